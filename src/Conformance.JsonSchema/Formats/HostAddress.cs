using System.Buffers;
using System.Buffers.Text;

namespace Conformance.JsonSchema.Formats;

/// <summary>Host names (RFC 1123, section 2.1) and IP addresses in text.</summary>
internal static class HostAddress
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;
    private static readonly SearchValues<byte> LabelCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    /// <summary>Labels of letters, digits and inner hyphens, joined by dots.</summary>
    public static bool IsHostName(ReadOnlySpan<byte> text)
    {
        if (text.Length is 0 or > LongestName)
            return false;
        foreach (var range in text.Split((byte)'.'))
            if (!IsLabel(text[range]))
                return false;
        return true;
    }

    /// <summary>Four decimal numbers up to 255 without leading zeros (RFC 2673, section 3.2).</summary>
    public static bool IsIPv4(ReadOnlySpan<byte> text)
    {
        var parts = 0;
        foreach (var range in text.Split((byte)'.'))
        {
            var part = text[range];
            if (++parts > 4 || part.Length is 0 or > 3 || part.Length > 1 && part[0] == '0' || !IsDigits(part)
                || !Utf8Parser.TryParse(part, out byte _, out var consumed) || consumed != part.Length)
                return false;
        }

        return parts == 4;
    }

    /// <summary>
    /// Eight groups of up to four hexadecimal digits; one run of zeros may be <c>::</c>, and the last two groups an IPv4 address (RFC 4291,
    /// section 2.2).
    /// </summary>
    public static bool IsIPv6(ReadOnlySpan<byte> text)
    {
        var gap = text.IndexOf("::"u8);
        if (gap < 0)
            return CountGroups(text, mayEndInIPv4: true) == 8;
        var before = text[..gap];
        var after = text[(gap + 2)..];
        var groupsBefore = before.IsEmpty ? 0 : CountGroups(before, mayEndInIPv4: false);
        var groupsAfter = after.IsEmpty ? 0 : CountGroups(after, mayEndInIPv4: true);
        return groupsBefore >= 0 && groupsAfter >= 0 && groupsBefore + groupsAfter <= 7;
    }

    /// <summary>Whether a text is made of ASCII digits only; true for the empty one.</summary>
    public static bool IsDigits(ReadOnlySpan<byte> text) => text.IndexOfAnyExceptInRange((byte)'0', (byte)'9') < 0;

    private static int CountGroups(ReadOnlySpan<byte> text, bool mayEndInIPv4)
    {
        var groups = 0;
        foreach (var range in text.Split((byte)':'))
        {
            var group = text[range];
            var isLast = range.End.GetOffset(text.Length) == text.Length;
            if (group.Length is > 0 and <= 4 && group.IndexOfAnyExcept(UriSyntax.HexDigits) < 0)
                groups++;
            else if (isLast && mayEndInIPv4 && IsIPv4(group))
                groups += 2;
            else
                return -1;
        }

        return groups;
    }

    // Two hyphens in the third and fourth place are reserved for encoded labels (RFC 5891, section 4.2.3.1). What such a label encodes is
    // not checked.
    private static bool IsLabel(ReadOnlySpan<byte> label) =>
        label.Length is > 0 and <= LongestLabel && label[0] != '-' && label[^1] != '-' && label.IndexOfAnyExcept(LabelCharacters) < 0
        && (label.Length < 4 || !label[2..4].SequenceEqual("--"u8) || (label[0] | 0x20) == 'x' && (label[1] | 0x20) == 'n');
}
