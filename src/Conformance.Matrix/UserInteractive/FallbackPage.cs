using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.UserInteractive;

/// <summary>
/// Completes a stage on the server's own page, as a person in a browser would: fills the form in and submits it, follows redirects, until a page calls
/// <c>onAuthDone</c>. No script is run. ("Fallback" in the specification's chapter on user-interactive authentication.)
/// </summary>
/// <param name="send">Sends one request.</param>
/// <param name="baseUrl">The homeserver's base URL; the walk does not leave its origin.</param>
public sealed partial class FallbackPage(Func<RawCall, CancellationToken, Task<Exchange>> send, Uri baseUrl)
{
    private const int MostPages = 8;

    /// <summary>Walks the page of a stage.</summary>
    /// <param name="stage">The type of the stage, e.g. <c>m.login.terms</c>.</param>
    /// <param name="session">The session of the challenge.</param>
    /// <param name="fields">What to fill in, by field name. <c>token</c> also fills a form's only text field, <c>password</c> any password field.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<FallbackResult> WalkAsync(string stage, string session, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var next = new RawCall
        {
            Method = "GET",
            PathAndQuery = $"/_matrix/client/v3/auth/{PercentEncoding.Segment(stage)}/fallback/web?session={PercentEncoding.Query(session)}",
            Headers = PageHeaders,
        };
        for (var pages = 1; pages <= MostPages; pages++)
        {
            var exchange = await send(next, cancellationToken);
            if (exchange.Response is not { } response)
                return new FallbackResult(false, false, pages, exchange.TransportFailure);
            var here = exchange.Request.Url;
            if (response.Status is 301 or 302 or 303 or 307 or 308)
            {
                if (response.Header("Location") is not { } location || Local(here, location) is not { } target)
                    return new FallbackResult(false, false, pages, $"The page answers {response.Status} to a place that is not on this server.");
                next = response.Status is 307 or 308 ? next with { PathAndQuery = target } : Get(target);
                continue;
            }

            if (response.Status != 200)
                return new FallbackResult(false, false, pages, $"The page answers {exchange.Outcome}.");
            using var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(response.Body.Span));
            var script = string.Join('\n', document.Scripts.Select(element => element.Text));
            var done = new FallbackResult(script.Contains("onAuthDone", StringComparison.Ordinal), PostedMessage().IsMatch(script), pages, null);
            if (document.Forms is not [var form, ..])
                return done;
            if (Submit(form, here, fields) is not { } submission)
                return done with { Failure = "The page's form goes to a place that is not on this server, or has a form type that the suite does not fill in." };
            next = submission;
        }

        return new FallbackResult(false, false, MostPages, $"The page was not done after {MostPages} requests.");
    }

    private static Dictionary<string, string?> PageHeaders => new() { ["Accept"] = "text/html", ["Origin"] = null };

    private static RawCall Get(string pathAndQuery) => new() { Method = "GET", PathAndQuery = pathAndQuery, Headers = PageHeaders };

    private RawCall? Submit(IHtmlFormElement form, Uri here, IReadOnlyDictionary<string, string> fields)
    {
        var action = form.GetAttribute("action") is { Length: > 0 } given ? given : here.OriginalString;
        var encoded = string.Join('&', Values(form, fields).Select(pair => $"{PercentEncoding.Query(pair.Key)}={PercentEncoding.Query(pair.Value)}"));
        if (Local(here, action) is not { } target)
            return null;
        if (!string.Equals(form.GetAttribute("method"), "post", StringComparison.OrdinalIgnoreCase))
            return Get($"{target.Split('?')[0]}?{encoded}");
        var type = form.GetAttribute("enctype");
        if (!string.IsNullOrEmpty(type) && !type.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            return null;
        return new RawCall
        {
            Method = "POST",
            PathAndQuery = target,
            Headers = PageHeaders,
            Body = Encoding.UTF8.GetBytes(encoded),
            ContentType = "application/x-www-form-urlencoded",
        };
    }

    /// <summary>The form's data set: what a browser would send after the fields are filled in, boxes ticked and the first button pressed.</summary>
    private static IEnumerable<KeyValuePair<string, string>> Values(IHtmlFormElement form, IReadOnlyDictionary<string, string> fields)
    {
        var controls = form.QuerySelectorAll("input, textarea, select, button").Where(element => !element.HasAttribute("disabled")).ToList();
        var texts = controls.OfType<IHtmlInputElement>().Where(IsText).ToList();
        var pressed = false;
        foreach (var control in controls)
        {
            var name = control.GetAttribute("name") ?? "";
            string? value = null;
            switch (control)
            {
                case IHtmlInputElement { Type: "submit" or "image" } or IHtmlButtonElement { Type: "submit" }:
                    value = pressed ? null : control.GetAttribute("value") ?? "";
                    pressed = true;
                    break;
                case IHtmlInputElement { Type: "button" or "reset" or "file" } or IHtmlButtonElement:
                    break;
                case IHtmlInputElement { Type: "checkbox" or "radio" } box:
                    // A person who agrees ticks what must be ticked.
                    value = box.IsChecked || box.IsRequired ? box.GetAttribute("value") ?? "on" : null;
                    break;
                case IHtmlInputElement input:
                    value = Fill(input, name, texts, fields);
                    break;
                case IHtmlTextAreaElement area:
                    value = fields.GetValueOrDefault(name) ?? area.Value;
                    break;
                case IHtmlSelectElement select:
                    value = fields.GetValueOrDefault(name) ?? select.Value;
                    break;
            }

            if (name.Length > 0 && value is not null)
                yield return KeyValuePair.Create(name, value);
        }
    }

    private static string Fill(IHtmlInputElement input, string name, List<IHtmlInputElement> texts, IReadOnlyDictionary<string, string> fields)
    {
        if (input.Type != "hidden" && fields.TryGetValue(name, out var named))
            return named;
        if (input.Type == "password" && fields.TryGetValue("password", out var password))
            return password;
        if (texts is [var only] && ReferenceEquals(only, input) && fields.TryGetValue("token", out var token))
            return token;
        return input.GetAttribute("value") ?? "";
    }

    private static bool IsText(IHtmlInputElement input) =>
        input.Type is not ("hidden" or "submit" or "image" or "button" or "reset" or "file" or "checkbox" or "radio" or "password");

    /// <summary>A link as a path and query below the base URL; null where it leads elsewhere.</summary>
    private string? Local(Uri here, string link)
    {
        if (!Uri.TryCreate(here, link, out var target) || target.GetLeftPart(UriPartial.Authority) != baseUrl.GetLeftPart(UriPartial.Authority))
            return null;
        var prefix = baseUrl.AbsolutePath.TrimEnd('/');
        return target.PathAndQuery.StartsWith(prefix, StringComparison.Ordinal) ? target.PathAndQuery[prefix.Length..] : null;
    }

    [GeneratedRegex("""postMessage\s*\(\s*(["'`])authDone\1""", RegexOptions.CultureInvariant)]
    private static partial Regex PostedMessage();
}
