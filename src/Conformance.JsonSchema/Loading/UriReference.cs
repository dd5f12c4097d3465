namespace Conformance.JsonSchema.Loading;

/// <summary>
/// URI references as RFC 3986 resolves them (section 5.2), on strings: the identifiers of schemas are compared character by character, so
/// nothing is normalised but dot segments.
/// </summary>
internal static class UriReference
{
    private static readonly System.Buffers.SearchValues<char> SchemeCharacters =
        System.Buffers.SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    /// <summary>
    /// Splits a reference at its fragment. The fragment is percent-decoded and comes without <c>#</c>; it is null if there is none.
    /// </summary>
    public static (string Uri, string? Fragment) Split(string reference)
    {
        var hash = reference.IndexOf('#', StringComparison.Ordinal);
        return hash < 0 ? (reference, null) : (reference[..hash], Uri.UnescapeDataString(reference[(hash + 1)..]));
    }

    /// <summary>Resolves a reference without fragment against a base. An empty base leaves it as it is.</summary>
    public static string Resolve(string baseUri, string reference)
    {
        if (reference.Length == 0 || baseUri.Length == 0)
            return reference.Length == 0 ? baseUri : reference;
        var target = Parse(reference);
        if (target.Scheme is not null)
            return Join(target with { Path = RemoveDotSegments(target.Path) });
        var start = Parse(baseUri);
        if (target.Authority is not null)
            return Join(target with { Scheme = start.Scheme, Path = RemoveDotSegments(target.Path) });
        var path = target.Path switch
        {
            "" => start.Path,
            ['/', ..] => RemoveDotSegments(target.Path),
            _ => RemoveDotSegments(Merge(start, target.Path)),
        };
        return Join(new Parts(start.Scheme, start.Authority, path, target.Query ?? (target.Path.Length == 0 ? start.Query : null)));
    }

    private static Parts Parse(string uri)
    {
        string? scheme = null, authority = null, query = null;
        var rest = uri;
        var colon = rest.IndexOfAny([':', '/', '?']);
        if (colon > 0 && rest[colon] == ':' && char.IsAsciiLetter(rest[0]) && rest.AsSpan(0, colon).IndexOfAnyExcept(SchemeCharacters) < 0)
            (scheme, rest) = (rest[..colon], rest[(colon + 1)..]);
        var question = rest.IndexOf('?', StringComparison.Ordinal);
        if (question >= 0)
            (query, rest) = (rest[(question + 1)..], rest[..question]);
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var end = rest.IndexOf('/', 2);
            if (end < 0)
                end = rest.Length;
            (authority, rest) = (rest[2..end], rest[end..]);
        }

        return new Parts(scheme, authority, rest, query);
    }

    private static string Merge(Parts start, string path) =>
        start.Authority is not null && start.Path.Length == 0 ? "/" + path : start.Path[..(start.Path.LastIndexOf('/') + 1)] + path;

    private static string RemoveDotSegments(string path)
    {
        var output = new List<string>();
        var segments = path.Split('/');
        for (var i = 0; i < segments.Length; i++)
        {
            var isLast = i == segments.Length - 1;
            switch (segments[i])
            {
                case ".":
                    if (isLast)
                        output.Add("");
                    break;
                case "..":
                    // The empty segment before a leading slash stays.
                    if (output.Count > 1 || output.Count == 1 && output[0].Length > 0)
                        output.RemoveAt(output.Count - 1);
                    if (isLast)
                        output.Add("");
                    break;
                default:
                    output.Add(segments[i]);
                    break;
            }
        }

        return string.Join('/', output);
    }

    private static string Join(Parts parts) =>
        (parts.Scheme is null ? "" : parts.Scheme + ":") + (parts.Authority is null ? "" : "//" + parts.Authority) + parts.Path
            + (parts.Query is null ? "" : "?" + parts.Query);

    private readonly record struct Parts(string? Scheme, string? Authority, string Path, string? Query);
}
