using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Matrix.Redaction;

/// <summary>
/// Finds secrets that a server wrote in another way: percent-encoded more than it had to be, in escapes of JSON, in base64. The whole word
/// is masked.
/// </summary>
internal static partial class EncodedSecrets
{
    /// <summary>Splits a text at the words that hold an encoded secret.</summary>
    /// <param name="text">The text.</param>
    /// <param name="find">Gives the kind of the first secret in a decoded text; null if there is none.</param>
    public static IEnumerable<Segment> Split(string text, Func<string, SecretKind?> find)
    {
        var plainFrom = 0;
        foreach (var (word, decode) in Words(text))
        {
            if (word.Index < plainFrom || decode(word.Value) is not { } decoded || find(decoded) is not { } kind)
                continue;
            if (word.Index > plainFrom)
                yield return Segment.Plain(text[plainFrom..word.Index]);
            yield return Segment.Masked(kind);
            plainFrom = word.Index + word.Length;
        }

        if (plainFrom < text.Length)
            yield return Segment.Plain(text[plainFrom..]);
    }

    private static IEnumerable<(Match Word, Func<string, string?> Decode)> Words(string text) =>
        Escaped().Matches(text).Where(word => word.Value.AsSpan().ContainsAny('%', '\\'))
            .Select(word => (word, (Func<string, string?>)OfEscapes))
            .Concat(Base64().Matches(text).Select(word => (word, (Func<string, string?>)OfBase64)))
            .OrderBy(found => found.word.Index);

    private static string OfEscapes(string word) => Uri.UnescapeDataString(JsonEscape().Replace(
        word, escape => ((char)int.Parse(escape.ValueSpan[2..], NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()));

    private static string? OfBase64(string word)
    {
        var whole = word.TrimEnd('=').Replace('-', '+').Replace('_', '/');

        // What is left over of a group is less than a byte.
        whole = whole.Length % 4 == 1 ? whole[..^1] : whole;
        var bytes = new byte[whole.Length];
        return Convert.TryFromBase64String(whole.PadRight((whole.Length + 3) / 4 * 4, '='), bytes, out var length)
            ? Encoding.UTF8.GetString(bytes, 0, length)
            : null;
    }

    [GeneratedRegex(@"(?:%[0-9A-Fa-f]{2}|\\u[0-9A-Fa-f]{4}|[A-Za-z0-9._~-]){4,}", RegexOptions.CultureInvariant)]
    private static partial Regex Escaped();

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}", RegexOptions.CultureInvariant)]
    private static partial Regex JsonEscape();

    [GeneratedRegex(@"[A-Za-z0-9+/_-]{12,}={0,2}", RegexOptions.CultureInvariant)]
    private static partial Regex Base64();
}
