using System.Text;
using Conformance.JsonSchema.Patterns;

namespace Conformance.JsonSchema.Formats;

/// <summary>UUIDs (RFC 4122), JSON Pointers (RFC 6901 and its relative draft), regular expressions.</summary>
internal static class Identifiers
{
    /// <summary>Groups of 8, 4, 4, 4 and 12 hexadecimal digits.</summary>
    public static bool IsUuid(ReadOnlySpan<byte> text)
    {
        if (text.Length != 36)
            return false;
        for (var i = 0; i < text.Length; i++)
            if (i is 8 or 13 or 18 or 23 ? text[i] != '-' : !char.IsAsciiHexDigit((char)text[i]))
                return false;
        return true;
    }

    /// <summary>Empty, or tokens that each begin with a slash.</summary>
    public static bool IsJsonPointer(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty && text[0] != '/')
            return false;
        for (; text.IndexOf((byte)'~') is >= 0 and var tilde; text = text[(tilde + 1)..])
            if (tilde + 1 == text.Length || text[tilde + 1] is not ((byte)'0' or (byte)'1'))
                return false;
        return true;
    }

    /// <summary>How many levels up, then a pointer or <c>#</c>.</summary>
    public static bool IsRelativeJsonPointer(ReadOnlySpan<byte> text)
    {
        var digits = text.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
        if (digits < 0)
            digits = text.Length;
        if (digits == 0 || digits > 1 && text[0] == '0')
            return false;
        var rest = text[digits..];
        return rest.SequenceEqual("#"u8) || IsJsonPointer(rest);
    }

    /// <summary>What ECMA-262 accepts in unicode mode.</summary>
    public static bool IsRegex(ReadOnlySpan<byte> text)
    {
        try
        {
            EcmaRegexParser.Parse(Encoding.UTF8.GetString(text));
            return true;
        }
        catch (RegexSyntaxException)
        {
            return false;
        }
    }
}
