using System.Text;

namespace Conformance.Matrix.Calls;

/// <summary>Percent-encoding of URLs which reach the wire as they are written here.</summary>
internal static class PercentEncoding
{
    // System.Uri would otherwise decode what need not be encoded and resolve dot segments, so that a device named ".." could not be
    // addressed.
    private static readonly UriCreationOptions AsWritten = new() { DangerousDisablePathAndQueryCanonicalization = true };

    /// <summary>A value as one path segment: all but unreserved characters (RFC 3986) encoded, and dot segments too.</summary>
    public static string Segment(string value) => value switch
    {
        "." => "%2E",
        ".." => "%2E%2E",
        _ => Uri.EscapeDataString(value),
    };

    /// <summary>A name or value of a query parameter.</summary>
    public static string Query(string value) => Uri.EscapeDataString(value);

    /// <summary>Base URL and an encoded path and query; nothing in them is changed.</summary>
    public static Uri Join(Uri baseUrl, string pathAndQuery)
    {
        var text = new StringBuilder(baseUrl.GetLeftPart(UriPartial.Authority))
            .Append(baseUrl.AbsolutePath.TrimEnd('/'))
            .Append(pathAndQuery)
            .ToString();
        return new Uri(text, AsWritten);
    }
}
