using System.Buffers;

namespace Conformance.JsonSchema.Formats;

/// <summary>
/// The string formats of the Matrix specification: its appendices, sections "Identifier Grammar" and "Unpadded Base64", and "Matrix Content
/// URIs" of the client-server API. Historical identifiers pass too where the specification obliges receivers to accept them.
/// </summary>
internal static class MatrixIdentifiers
{
    private const int LongestIdentifier = 255;
    private const int LongestDnsName = 255;
    private static readonly SearchValues<byte> DnsCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-."u8);
    private static readonly SearchValues<byte> Base64Characters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"u8);
    private static readonly SearchValues<byte> UrlSafeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"u8);

    /// <summary><c>@localpart:domain</c>. A historical local part may have any characters but a colon and NUL, and may be empty.</summary>
    public static bool IsUserId(ReadOnlySpan<byte> text) => IsWithDomain(text, (byte)'@');

    /// <summary><c>#room_alias:domain</c>; the local part may have any characters but a colon and NUL.</summary>
    public static bool IsRoomAlias(ReadOnlySpan<byte> text) => IsWithDomain(text, (byte)'#');

    /// <summary><c>!opaque_id:domain</c>, or <c>!</c> and the hash of the create event, as in later room versions.</summary>
    public static bool IsRoomId(ReadOnlySpan<byte> text) => IsWithOptionalDomain(text, (byte)'!');

    /// <summary><c>$opaque_id:domain</c>, or <c>$</c> and the hash of the event, as in later room versions.</summary>
    public static bool IsEventId(ReadOnlySpan<byte> text) => IsWithOptionalDomain(text, (byte)'$');

    /// <summary>A host name, IPv4 address or IPv6 address in brackets, optionally with a port.</summary>
    public static bool IsServerName(ReadOnlySpan<byte> text)
    {
        int end;
        if (text is [(byte)'[', ..])
        {
            end = text.IndexOf((byte)']') + 1;
            if (end == 0 || !HostAddress.IsIPv6(text[1..(end - 1)]))
                return false;
        }
        else
        {
            end = text.IndexOf((byte)':');
            if (end < 0)
                end = text.Length;
            // Every IPv4 address is also a dns-name of the grammar.
            if (end is 0 or > LongestDnsName || text[..end].IndexOfAnyExcept(DnsCharacters) >= 0)
                return false;
        }

        var port = text[end..];
        return port.IsEmpty || port.Length is >= 2 and <= 6 && port[0] == ':' && HostAddress.IsDigits(port[1..]);
    }

    /// <summary><c>mxc://server-name/media-id</c>.</summary>
    public static bool IsContentUri(ReadOnlySpan<byte> text)
    {
        var prefix = "mxc://"u8;
        if (!text.StartsWith(prefix))
            return false;
        text = text[prefix.Length..];
        var slash = text.IndexOf((byte)'/');
        return slash > 0 && IsServerName(text[..slash]) && slash + 1 < text.Length
            && text[(slash + 1)..].IndexOfAnyExcept(UrlSafeCharacters) < 0;
    }

    /// <summary>Base64 of RFC 4648, section 4, without padding.</summary>
    public static bool IsUnpaddedBase64(ReadOnlySpan<byte> text) => IsEncoded(text, Base64Characters);

    /// <summary>Base64 of RFC 4648, section 5, without padding.</summary>
    public static bool IsUrlSafeUnpaddedBase64(ReadOnlySpan<byte> text) => IsEncoded(text, UrlSafeCharacters);

    // A single character left over has only six bits of a byte.
    private static bool IsEncoded(ReadOnlySpan<byte> text, SearchValues<byte> characters) =>
        text.Length % 4 != 1 && text.IndexOfAnyExcept(characters) < 0;

    private static bool IsWithDomain(ReadOnlySpan<byte> text, byte sigil)
    {
        if (!IsWithSigil(text, sigil))
            return false;
        var colon = text.IndexOf((byte)':');
        return colon > 0 && IsServerName(text[(colon + 1)..]);
    }

    private static bool IsWithOptionalDomain(ReadOnlySpan<byte> text, byte sigil) =>
        IsWithSigil(text, sigil) && (text.IndexOf((byte)':') is >= 0 and var colon ? IsServerName(text[(colon + 1)..]) : text.Length > 1);

    private static bool IsWithSigil(ReadOnlySpan<byte> text, byte sigil) =>
        text.Length is > 0 and <= LongestIdentifier && text[0] == sigil && text.IndexOf((byte)0) < 0;
}
