using System.Text;

namespace Conformance.JsonSchema.Formats;

/// <summary>URI templates (RFC 6570).</summary>
internal static class UriTemplate
{
    /// <summary>Literals and expressions in braces.</summary>
    public static bool IsTemplate(ReadOnlySpan<byte> text)
    {
        while (!text.IsEmpty)
        {
            if (text[0] == '{')
            {
                var end = text.IndexOf((byte)'}');
                if (end < 0 || !IsExpression(text[1..end]))
                    return false;
                text = text[(end + 1)..];
                continue;
            }

            if (Rune.DecodeFromUtf8(text, out var rune, out var length) != System.Buffers.OperationStatus.Done || !IsLiteral(rune, text))
                return false;
            text = text[length..];
        }

        return true;
    }

    private static bool IsLiteral(Rune rune, ReadOnlySpan<byte> text) => rune.Value switch
    {
        <= ' ' or 0x7F or '"' or '<' or '>' or '\\' or '^' or '`' or '{' or '|' or '}' => false,
        '%' => text.Length >= 3 && text[1..3].IndexOfAnyExcept(UriSyntax.HexDigits) < 0,
        _ => true,
    };

    private static bool IsExpression(ReadOnlySpan<byte> text)
    {
        if (text is [(byte)'+' or (byte)'#' or (byte)'.' or (byte)'/' or (byte)';' or (byte)'?' or (byte)'&' or (byte)'=' or (byte)','
            or (byte)'!' or (byte)'@' or (byte)'|', ..])
            text = text[1..];
        foreach (var range in text.Split((byte)','))
            if (!IsVariable(text[range]))
                return false;
        return true;
    }

    private static bool IsVariable(ReadOnlySpan<byte> text)
    {
        if (text is [.. var exploded, (byte)'*'])
        {
            text = exploded;
        }
        else if (text.IndexOf((byte)':') is >= 0 and var colon)
        {
            var length = text[(colon + 1)..];
            if (length.Length is 0 or > 4 || length[0] == '0' || !HostAddress.IsDigits(length))
                return false;
            text = text[..colon];
        }

        foreach (var range in text.Split((byte)'.'))
            if (!IsName(text[range]))
                return false;
        return true;
    }

    private static bool IsName(ReadOnlySpan<byte> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiLetterOrDigit((char)text[i]) || text[i] == '_')
                continue;
            if (text[i] != '%' || i + 2 >= text.Length || text[(i + 1)..(i + 3)].IndexOfAnyExcept(UriSyntax.HexDigits) >= 0)
                return false;
            i += 2;
        }

        return !text.IsEmpty;
    }
}
