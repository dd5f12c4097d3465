using System.Buffers;

namespace Conformance.JsonSchema.Formats;

/// <summary>Mailboxes (RFC 5321, section 4.1.2; RFC 6531 for international ones).</summary>
internal static class MailAddress
{
    private static readonly SearchValues<byte> AtomCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$%&'*+-/=?^_`{|}~"u8);

    /// <summary>A local part and a domain or address literal.</summary>
    public static bool IsMailbox(ReadOnlySpan<byte> text) => Is(text, international: false);

    /// <summary>A local part and a domain or address literal; both may have characters beyond ASCII.</summary>
    public static bool IsInternationalMailbox(ReadOnlySpan<byte> text) => Is(text, international: true);

    private static bool Is(ReadOnlySpan<byte> text, bool international)
    {
        // A quoted local part may have an at sign in it, a domain may not.
        var at = text.LastIndexOf((byte)'@');
        return at > 0 && IsLocalPart(text[..at], international) && IsDomain(text[(at + 1)..], international);
    }

    private static bool IsLocalPart(ReadOnlySpan<byte> text, bool international)
    {
        if (text is [(byte)'"', .. var quoted, (byte)'"'])
            return IsQuoted(quoted, international);
        foreach (var range in text.Split((byte)'.'))
        {
            var atom = text[range];
            if (atom.IsEmpty)
                return false;
            for (var rest = atom; rest.IndexOfAnyExcept(AtomCharacters) is >= 0 and var other; rest = rest[(other + 1)..])
                if (!international || rest[other] < 0x80)
                    return false;
        }

        return true;
    }

    private static bool IsQuoted(ReadOnlySpan<byte> text, bool international)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == '"')
                return false;
            if (i >= text.Length || text[i] < ' ' || text[i] == 0x7F || text[i] >= 0x80 && !international)
                return false;
        }

        return true;
    }

    private static bool IsDomain(ReadOnlySpan<byte> text, bool international)
    {
        if (text is [(byte)'[', .. var literal, (byte)']'])
            return literal.StartsWith("IPv6:"u8) ? HostAddress.IsIPv6(literal[5..]) : HostAddress.IsIPv4(literal);
        if (!international || text.IndexOfAnyExceptInRange((byte)0, (byte)0x7F) < 0)
            return HostAddress.IsHostName(text);
        foreach (var range in text.Split((byte)'.'))
        {
            var label = text[range];
            if (label.IsEmpty || label[0] == '-' || label[^1] == '-')
                return false;
            foreach (var unit in label)
                if (unit < 0x80 && unit != '-' && !char.IsAsciiLetterOrDigit((char)unit))
                    return false;
        }

        return true;
    }
}
