using System.Buffers;
using System.Text;

namespace Conformance.JsonSchema.Formats;

/// <summary>The syntax of URIs (RFC 3986) and IRIs (RFC 3987).</summary>
internal static class UriSyntax
{
    private const string Unreserved = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    private const string SubDelimiters = "!$&'()*+,;=";
    private static readonly SearchValues<byte> SchemeCharacters = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");
    private static readonly SearchValues<byte> UserInfoCharacters = Set(Unreserved + SubDelimiters + ":");
    private static readonly SearchValues<byte> NameCharacters = Set(Unreserved + SubDelimiters);
    private static readonly SearchValues<byte> PathCharacters = Set(Unreserved + SubDelimiters + ":@/");
    private static readonly SearchValues<byte> QueryCharacters = Set(Unreserved + SubDelimiters + ":@/?");

    /// <summary>Hexadecimal digits.</summary>
    public static SearchValues<byte> HexDigits { get; } = Set("0123456789ABCDEFabcdef");

    /// <summary>A URI with its scheme.</summary>
    public static bool IsUri(ReadOnlySpan<byte> text) => Is(text, absolute: true, international: false);

    /// <summary>A URI or a relative reference.</summary>
    public static bool IsUriReference(ReadOnlySpan<byte> text) => Is(text, absolute: false, international: false);

    /// <summary>An IRI with its scheme.</summary>
    public static bool IsIri(ReadOnlySpan<byte> text) => Is(text, absolute: true, international: true);

    /// <summary>An IRI or a relative reference.</summary>
    public static bool IsIriReference(ReadOnlySpan<byte> text) => Is(text, absolute: false, international: true);

    private static bool Is(ReadOnlySpan<byte> text, bool absolute, bool international)
    {
        if (text.IndexOf((byte)'#') is >= 0 and var hash)
        {
            if (!IsMadeOf(text[(hash + 1)..], QueryCharacters, international))
                return false;
            text = text[..hash];
        }

        if (text.IndexOf((byte)'?') is >= 0 and var question)
        {
            if (!IsMadeOf(text[(question + 1)..], QueryCharacters, international, isQuery: true))
                return false;
            text = text[..question];
        }

        // A colon in the first segment ends a scheme; a relative reference has none there.
        var colon = text.IndexOf((byte)':');
        if (colon >= 0 && text[..colon].IndexOf((byte)'/') < 0)
        {
            if (colon == 0 || !char.IsAsciiLetter((char)text[0]) || text[..colon].IndexOfAnyExcept(SchemeCharacters) >= 0)
                return false;
            text = text[(colon + 1)..];
        }
        else if (absolute)
        {
            return false;
        }

        if (text.StartsWith("//"u8))
        {
            text = text[2..];
            var end = text.IndexOf((byte)'/');
            if (!IsAuthority(end < 0 ? text : text[..end], international))
                return false;
            text = end < 0 ? [] : text[end..];
        }

        return IsMadeOf(text, PathCharacters, international);
    }

    private static bool IsAuthority(ReadOnlySpan<byte> text, bool international)
    {
        if (text.IndexOf((byte)'@') is >= 0 and var at)
        {
            if (!IsMadeOf(text[..at], UserInfoCharacters, international))
                return false;
            text = text[(at + 1)..];
        }

        if (text.StartsWith("["u8))
        {
            var close = text.IndexOf((byte)']');
            return close > 0 && IsLiteralAddress(text[1..close]) && IsPort(text[(close + 1)..]);
        }

        var colon = text.IndexOf((byte)':');
        return colon < 0
            ? IsMadeOf(text, NameCharacters, international)
            : IsMadeOf(text[..colon], NameCharacters, international) && IsPort(text[colon..]);
    }

    private static bool IsPort(ReadOnlySpan<byte> text) => text.IsEmpty || text[0] == ':' && HostAddress.IsDigits(text[1..]);

    private static bool IsLiteralAddress(ReadOnlySpan<byte> text)
    {
        if (text.IsEmpty || text[0] is not ((byte)'v' or (byte)'V'))
            return HostAddress.IsIPv6(text);
        var dot = text.IndexOf((byte)'.');
        return dot > 1 && text[1..dot].IndexOfAnyExcept(HexDigits) < 0 && dot + 1 < text.Length
            && text[(dot + 1)..].IndexOfAnyExcept(UserInfoCharacters) < 0;
    }

    /// <summary>
    /// Whether a text consists of characters of a set, percent-encoded characters and, in an IRI, the permitted characters beyond ASCII.
    /// </summary>
    private static bool IsMadeOf(ReadOnlySpan<byte> text, SearchValues<byte> characters, bool international, bool isQuery = false)
    {
        while (text.IndexOfAnyExcept(characters) is >= 0 and var other)
        {
            text = text[other..];
            if (text is [(byte)'%', _, _, ..] && text[1..3].IndexOfAnyExcept(HexDigits) < 0)
            {
                text = text[3..];
                continue;
            }

            if (!international || Rune.DecodeFromUtf8(text, out var rune, out var length) != OperationStatus.Done
                || !IsInternational(rune.Value, isQuery))
                return false;
            text = text[length..];
        }

        return true;
    }

    // ucschar and iprivate of RFC 3987: private use only in the query, no noncharacters.
    private static bool IsInternational(int codePoint, bool isQuery) => codePoint switch
    {
        < 0xA0 => false,
        >= 0xE000 and <= 0xF8FF or >= 0xF0000 => isQuery && (codePoint & 0xFFFE) != 0xFFFE,
        >= 0xFDD0 and <= 0xFDEF or >= 0xFFF0 and <= 0xFFFF => false,
        _ => (codePoint & 0xFFFE) != 0xFFFE && codePoint is < 0xE0000 or >= 0xE1000,
    };

    private static SearchValues<byte> Set(string characters) => SearchValues.Create(Encoding.ASCII.GetBytes(characters));
}
