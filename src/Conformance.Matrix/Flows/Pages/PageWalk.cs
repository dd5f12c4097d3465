using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Pages;

/// <summary>
/// Walks through web pages as a person with a browser would: follows redirects, fills forms in and submits them, keeps cookies, presses
/// "continue". It opens pages
/// of the homeserver and of the companions, no others. No script is run.
/// </summary>
/// <param name="send">Sends one request to the homeserver.</param>
/// <param name="baseUrl">The homeserver's base URL.</param>
/// <param name="companions">Whose pages may be opened, too.</param>
/// <param name="visited">Hears of each page of a companion that was opened; null for nobody.</param>
public sealed partial class PageWalk(
    Func<RawCall, CancellationToken, Task<Exchange>> send, Uri baseUrl, CompanionSet companions, Action<Exchange>? visited = null)
{
    private const int MostPages = 12;

    /// <summary>Completes a stage on the homeserver's own page for it ("Fallback" in the specification's chapter on user-interactive
    /// authentication).</summary>
    /// <param name="stage">The type of the stage, e.g. <c>m.login.terms</c>.</param>
    /// <param name="session">The session of the challenge.</param>
    /// <param name="fields">What to fill in, by field name.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public Task<WalkResult> WalkStageAsync(
        StageType stage, string session, IReadOnlyDictionary<string, string> fields, CancellationToken cancellationToken)
    {
        var path = $"/_matrix/client/v3/auth/{PercentEncoding.Segment(stage.Name)}/fallback/web?session={PercentEncoding.Query(session)}";
        return WalkAsync(PercentEncoding.Join(baseUrl, path), new WalkPlan { Fields = fields, FollowLinks = true }, cancellationToken);
    }

    /// <summary>Walks from a page on.</summary>
    /// <param name="start">The URL of the first page.</param>
    /// <param name="plan">What the walk is for.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<WalkResult> WalkAsync(Uri start, WalkPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(start);
        ArgumentNullException.ThrowIfNull(plan);
        using var opener = new PageOpener(send, baseUrl, companions, visited);
        if (!opener.MayOpen(start))
            return WalkResult.Failed(0, $"The page {start.GetLeftPart(UriPartial.Path)} is not on this server.");
        return await GoOnAsync(opener, new PageRequest("GET", start), 0, plan, cancellationToken) with { Last = opener.Last };
    }

    /// <summary>Walks on from the answer to a call that a browser would have made.</summary>
    /// <param name="first">The call with its answer.</param>
    /// <param name="plan">What the walk is for.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    public async Task<WalkResult> WalkOnAsync(Exchange first, WalkPlan plan, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(plan);
        using var opener = new PageOpener(send, baseUrl, companions, visited);
        if (opener.Read(first) is not { } page)
            return WalkResult.Failed(1, first.TransportFailure) with { Last = first };
        var request = new PageRequest(first.Request.Method, first.Request.Url);
        var (end, next) = Look(opener, page, request, 1, plan);
        return (end ?? await GoOnAsync(opener, next!, 1, plan, cancellationToken)) with { Last = opener.Last ?? first };
    }

    private static async Task<WalkResult> GoOnAsync(
        PageOpener opener, PageRequest next, int opened, WalkPlan plan, CancellationToken cancellationToken)
    {
        PageRequest? submitted = null;
        for (var pages = opened + 1; pages <= MostPages; pages++)
        {
            var (page, failure) = await opener.OpenAsync(next, cancellationToken);
            if (page is null)
                return WalkResult.Failed(pages, failure);
            var (end, following) = Look(opener, page, next, pages, plan);
            if (end is not null)
                return end;
            if (following!.Method == "POST" && following.IsSameAs(submitted))
                return WalkResult.Failed(pages, "The page asks again for values that were already filled in.");
            submitted = following.Method == "POST" ? following : submitted;
            next = following;
        }

        return WalkResult.Failed(MostPages, $"The page did not finish after {MostPages} requests.");
    }

    /// <summary>What a person makes of a page: the end of the walk, or what to ask for next.</summary>
    private static (WalkResult? End, PageRequest? Next) Look(PageOpener opener, Page page, PageRequest request, int pages, WalkPlan plan)
    {
        if (page.Status is 301 or 302 or 303 or 307 or 308)
            return Redirect(opener, page, request, pages, plan);
        if (page.Status != 200)
            return (WalkResult.Failed(pages, $"The page answers {page.Outcome}."), null);
        using var document = new HtmlParser().ParseDocument(Encoding.UTF8.GetString(page.Body.Span));
        var script = string.Join('\n', document.Scripts.Select(element => element.Text));
        var end = new WalkResult(script.Contains("onAuthDone", StringComparison.Ordinal), PostedMessage().IsMatch(script), pages,
            null)
        { LoginAnswer = LoginAnswer(script) };
        var links = Links(document, page.Url);
        if (plan.ReturnTo is { } goal
            && links.FirstOrDefault(link => link.OriginalString.StartsWith(goal, StringComparison.Ordinal)) is { } home)
            return (end with { ReturnedTo = home }, null);
        if (document.Forms is [var form, ..])
        {
            return PageForm.Submit(form, page.Url, plan.Fields) is { } submission && opener.MayOpen(submission.Url)
                ? (null, submission)
                : (end with { Failure = "The page's form goes to a place that is not on this server, or has a form type that the suite cannot fill in." }, null);
        }

        var onward = end.CallsOnAuthDone || !plan.FollowLinks
            ? null
            : Refresh(document, page.Url) ?? links.FirstOrDefault(opener.IsCompanion) ?? links.FirstOrDefault(opener.MayOpen);
        if (onward is not null && opener.MayOpen(onward))
            return (null, new PageRequest("GET", onward));
        return plan.ReturnTo is null ? (end, null) : (end with { Failure = "The page has neither a form nor a link to follow." }, null);
    }

    private static (WalkResult? End, PageRequest? Next) Redirect(
        PageOpener opener, Page page, PageRequest request, int pages, WalkPlan plan)
    {
        if (page.Location is { } location && Uri.TryCreate(page.Url, location, out var target))
        {
            if (plan.ReturnTo is { } goal && location.StartsWith(goal, StringComparison.Ordinal))
                return (new WalkResult(false, false, pages, null) { ReturnedTo = target }, null);
            if (opener.MayOpen(target))
                return (null, page.Status is 307 or 308 ? request with { Url = target } : new PageRequest("GET", target));
            if (plan.MayLeave)
                return (new WalkResult(false, false, pages, null) { ReturnedTo = target }, null);
        }

        return (WalkResult.Failed(pages, $"The page answers {page.Status} to a place that is not on this server."), null);
    }

    private static List<Uri> Links(IHtmlDocument document, Uri here) =>
        [.. document.QuerySelectorAll("a[href]")
            .Select(link => Uri.TryCreate(here, link.GetAttribute("href"), out var target) ? target : null).OfType<Uri>()
            .Where(link => link.GetLeftPart(UriPartial.Query) != here.GetLeftPart(UriPartial.Query))];

    /// <summary>Where a page sends the browser on by itself; null where it stays.</summary>
    private static Uri? Refresh(IHtmlDocument document, Uri here)
    {
        var content = document.QuerySelectorAll("meta[http-equiv]")
            .FirstOrDefault(meta =>
                string.Equals(meta.GetAttribute("http-equiv"), "refresh", StringComparison.OrdinalIgnoreCase))?.GetAttribute("content");
        return content is not null && Target().Match(content) is { Success: true } match
            && Uri.TryCreate(here, match.Groups[1].Value.Trim('\'', '"'), out var target) ? target : null;
    }

    /// <summary>The object that a script gives to the client's function; null where it gives none, or one that is only known once the
    /// script runs.</summary>
    private static JsonElement? LoginAnswer(string script) =>
        OnLogin().Match(script) is { Success: true } call ? ServerJson.ReadFirst(script[(call.Index + call.Length)..]) : null;

    [GeneratedRegex(@"\bonLogin\s*\(\s*(?=\{)", RegexOptions.CultureInvariant)]
    private static partial Regex OnLogin();

    [GeneratedRegex("""postMessage\s*\(\s*(["'`])authDone\1""", RegexOptions.CultureInvariant)]
    private static partial Regex PostedMessage();

    [GeneratedRegex(@"^\s*\d+\s*;\s*url\s*=\s*(\S+)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Target();
}
