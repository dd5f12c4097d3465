using System.Text;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.SingleSignOn;

/// <summary>Decides where login tokens may go.</summary>
internal sealed class SignOnRedirects(SignOnRules rules, ReferenceServerOptions options)
{
    private const string TokenParameter = "loginToken";
    private static readonly HashSet<string> RefusedSchemes = ["javascript", "data", "vbscript"];

    /// <summary>The redirect URL that a client asks for.</summary>
    /// <exception cref="MatrixException">400: there is no redirect URL, or a browser cannot be sent to it.</exception>
    public static string Read(RequestTarget target)
    {
        var url = target.Query("redirectUrl");
        if (string.IsNullOrEmpty(url))
        {
            throw MatrixException.Missing("redirectUrl");
        }

        return Uri.TryCreate(url, UriKind.Absolute, out var parsed) && !RefusedSchemes.Contains(parsed.Scheme)
            ? url
            : throw MatrixException.InvalidParam("\"redirectUrl\" is not a URL that a browser can be sent to.");
    }

    /// <summary>Whether a login token may go there without asking the user.</summary>
    public bool IsTrusted(string redirectUrl) =>
        options.SingleSignOn!.TrustedRedirects.Any(trusted => redirectUrl.StartsWith(trusted, StringComparison.Ordinal));

    /// <summary>The redirect URL with a login token: its other parameters stay, and a login token that it has already is dropped.</summary>
    public string WithToken(string redirectUrl, string loginToken)
    {
        var hash = redirectUrl.IndexOf('#', StringComparison.Ordinal);
        var (url, fragment) = hash < 0 ? (redirectUrl, "") : (redirectUrl[..hash], redirectUrl[hash..]);
        var question = url.IndexOf('?', StringComparison.Ordinal);
        var (path, query) = question < 0 ? (url, "") : (url[..question], url[(question + 1)..]);
        var kept = query.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Where(parameter => rules.KeepsParameter(Uri.UnescapeDataString(parameter.Split('=')[0])));
        return ToHeaderValue($"{path}?{string.Join('&', kept.Append($"{TokenParameter}={loginToken}"))}{fragment}");
    }

    /// <summary>Whom a person would give access: the site's origin, or the scheme of an app.</summary>
    public static string SiteOf(string redirectUrl) =>
        Uri.TryCreate(redirectUrl, UriKind.Absolute, out var url) && url.Host.Length > 0
            ? url.GetLeftPart(UriPartial.Authority)
            : redirectUrl.Split(':')[0] + ":";

    // A header field holds ASCII without spaces and controls; everything else of a URL is percent-encoded.
    private static string ToHeaderValue(string url)
    {
        var value = new StringBuilder(url.Length);
        foreach (var rune in url.EnumerateRunes())
        {
            value.Append(rune.Value is > 0x20 and < 0x7f ? rune.ToString() : Uri.EscapeDataString(rune.ToString()));
        }

        return value.ToString();
    }
}
