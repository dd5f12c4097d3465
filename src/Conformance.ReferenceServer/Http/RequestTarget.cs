using System.Text.Unicode;
using System.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace Conformance.ReferenceServer.Http;

/// <summary>The path and query of a request, taken from the request line itself.</summary>
/// <remarks>
/// The server's own idea of the path is decoded as a whole, but for <c>%2F</c>; a device ID <c>a/b</c> could not be told from <c>a%2Fb</c>
/// by it. So segments are split first and each is percent-decoded exactly once.
/// </remarks>
internal sealed class RequestTarget
{
    private readonly Dictionary<string, StringValues> _query;

    private RequestTarget(string[] segments, Dictionary<string, StringValues> query)
    {
        Segments = segments;
        _query = query;
    }

    /// <summary>Whether the percent-decoded segments of the path are UTF-8.</summary>
    public bool IsUtf8 { get; private init; } = true;

    /// <summary>The decoded segments of the path.</summary>
    public IReadOnlyList<string> Segments { get; }

    /// <summary>Reads the target of a request.</summary>
    public static RequestTarget Of(HttpContext context) =>
        Parse(context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget);

    /// <summary>Reads a request target in origin form (<c>/path?query</c>) or absolute form (<c>http://host/path?query</c>).</summary>
    public static RequestTarget Parse(string target)
    {
        var question = target.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? target : target[..question];
        if (!path.StartsWith('/'))
        {
            var authority = path.IndexOf("://", StringComparison.Ordinal);
            var start = authority < 0 ? -1 : path.IndexOf('/', authority + 3);
            path = start < 0 ? "/" : path[start..];
        }

        var segments = path[1..].Split('/');
        return new RequestTarget(
            Array.ConvertAll(segments, Uri.UnescapeDataString),
            question < 0 ? [] : QueryHelpers.ParseQuery(target[question..]))
        {
            IsUtf8 = Utf8.IsValid(HttpUtility.UrlDecodeToBytes(path)),
        };
    }

    /// <summary>The names of the query parameters.</summary>
    public IEnumerable<string> QueryNames => _query.Keys;

    /// <summary>The value of a query parameter, the first if there are several; null without one.</summary>
    public string? Query(string name) => _query.TryGetValue(name, out var values) && values.Count > 0 ? values[0] : null;
}
