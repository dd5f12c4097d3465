using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.Homeservers.Companions.Mail;

/// <summary>Header fields with text beyond ASCII: <c>=?utf-8?q?Gr=C3=BC=C3=9Fe?=</c> (RFC 2047).</summary>
internal static partial class EncodedWords
{
    /// <summary>The text with its encoded words decoded.</summary>
    public static string Decode(string field) =>
        // Blanks between two encoded words are not part of the text.
        Word().Replace(Between().Replace(field, "$1"), match => Word(match.Groups["charset"].Value, match.Groups["encoding"].Value, match.Groups["text"].Value));

    private static string Word(string charset, string encoding, string text)
    {
        var bytes = Encoding.ASCII.GetBytes(text.Replace('_', encoding is "q" or "Q" ? ' ' : '_'));
        return Charsets.Decode(charset.Split('*')[0], encoding is "b" or "B" ? TransferEncodings.Base64(bytes) : TransferEncodings.QuotedPrintable(bytes));
    }

    [GeneratedRegex(@"=\?(?<charset>[^?\s]+)\?(?<encoding>[bBqQ])\?(?<text>[^?\s]*)\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Word();

    [GeneratedRegex(@"(=\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=)\s+(?==\?[^?\s]+\?[bBqQ]\?[^?\s]*\?=)", RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}
