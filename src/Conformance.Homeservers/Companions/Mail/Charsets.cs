using System.Text;

namespace Conformance.Homeservers.Companions.Mail;

/// <summary>Reads bytes in a character set named by a mail.</summary>
internal static class Charsets
{
    /// <summary>The text; UTF-8 where no character set is named, or an unknown one.</summary>
    public static string Decode(string? charset, byte[] bytes) => Find(charset).GetString(bytes);

    private static Encoding Find(string? charset)
    {
        if (string.IsNullOrWhiteSpace(charset))
            return Encoding.UTF8;
        var name = charset.Trim();
        try
        {
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (ArgumentException)
        {
            return Encoding.UTF8;
        }
    }
}
