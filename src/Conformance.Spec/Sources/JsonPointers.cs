namespace Conformance.Spec.Sources;

/// <summary>JSON Pointer (RFC 6901) tokens.</summary>
internal static class JsonPointers
{
    /// <summary>A member's name as a token of a pointer.</summary>
    public static string Escape(string name) =>
        name.AsSpan().IndexOfAny('~', '/') < 0
            ? name
            : name.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);

    /// <summary>The member's name that a token stands for.</summary>
    public static string Unescape(string token) =>
        token.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal);

    /// <summary>The names that a pointer goes through, percent-encoding of a URI fragment undone.</summary>
    public static IEnumerable<string> Tokens(string fragment) =>
        fragment.TrimStart('#').Split('/', StringSplitOptions.None).Skip(1)
            .Select(token => Unescape(Uri.UnescapeDataString(token)));
}
