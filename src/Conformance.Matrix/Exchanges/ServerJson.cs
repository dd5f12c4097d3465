using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Conformance.Matrix.Exchanges;

/// <summary>
/// The one way to read JSON that somebody else sent. What comes out can be read without an exception: bytes that are not UTF-8 and
/// halves of surrogate pairs, on which <see cref="JsonElement"/> throws when it is asked for the text, are replaced with U+FFFD.
/// </summary>
public static class ServerJson
{
    /// <summary>How deep a value may be nested.</summary>
    internal const int DeepestNesting = 512;

    private const int EscapeLength = 6;

    /// <summary>Reads leniently: what steps read must not depend on the judge's strictness. A duplicate member counts with its last
    /// value.</summary>
    /// <param name="body">The bytes that were sent.</param>
    /// <returns>The value; null where there is none.</returns>
    public static JsonElement? Read(ReadOnlyMemory<byte> body)
    {
        if (body.IsEmpty)
            return null;
        try
        {
            using var document = JsonDocument.Parse(
                Readable(body.Span.StartsWith("\uFEFF"u8) ? body[3..] : body),
                new JsonDocumentOptions
                {
                    MaxDepth = DeepestNesting,
                    CommentHandling = JsonCommentHandling.Skip,
                    AllowTrailingCommas = true,
                });
            return document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads the value that a text begins with, whatever comes after it.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The value; null where the text does not begin with one.</returns>
    public static JsonElement? ReadFirst(string text)
    {
        var reader = new Utf8JsonReader(Readable(Encoding.UTF8.GetBytes(text)).Span, isFinalBlock: false, default);
        try
        {
            return JsonElement.TryParseValue(ref reader, out var value) ? value : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>The name of a member that a reader stands at.</summary>
    internal static string Name(in Utf8JsonReader reader)
    {
        var text = Encoding.UTF8.GetString(reader.ValueSpan);
        return reader.ValueIsEscaped ? ReadFirst($"\"{text}\"")?.Text() ?? text : text;
    }

    /// <summary>Where the first escape of half a surrogate pair stands; null where there is none.</summary>
    internal static int? FindHalfSurrogate(ReadOnlySpan<byte> json)
    {
        for (var at = 0; NextEscape(json, at) is { } escape; at = escape + 2)
        {
            if (!IsSurrogate(json, escape))
                continue;
            if (!IsPair(json, escape))
                return escape;
            escape += EscapeLength;
        }

        return null;
    }

    /// <summary>The text with U+FFFD for whatever is not Unicode; the same memory where everything is.</summary>
    internal static ReadOnlyMemory<byte> Readable(ReadOnlyMemory<byte> body)
    {
        var utf8 = Utf8.IsValid(body.Span) ? body : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body.Span));
        if (FindHalfSurrogate(utf8.Span) is not { } first)
            return utf8;
        var copy = utf8.ToArray();
        for (int? half = first; half is { } at; half = FindHalfSurrogate(copy.AsSpan(at)) is { } next ? at + next : null)
            "\\ufffd"u8.CopyTo(copy.AsSpan(at));
        return copy;
    }

    private static int? NextEscape(ReadOnlySpan<byte> json, int from) =>
        from < json.Length && json[from..].IndexOf((byte)'\\') is >= 0 and var offset ? from + offset : null;

    private static bool IsPair(ReadOnlySpan<byte> json, int escape) =>
        IsHigh(json, escape) && IsSurrogate(json, escape + EscapeLength) && !IsHigh(json, escape + EscapeLength);

    // D8 to DF: \ud[89ab] begins a pair, \ud[c-f] ends one.
    private static bool IsSurrogate(ReadOnlySpan<byte> json, int at) =>
        json.Length >= at + EscapeLength && json[at] == '\\' && json[at + 1] == 'u' && (json[at + 2] | 0x20) == 'd'
        && (json[at + 3] | 0x20) is '8' or '9' or (>= 'a' and <= 'f') && IsHex(json[at + 4]) && IsHex(json[at + 5]);

    private static bool IsHigh(ReadOnlySpan<byte> json, int at) => (json[at + 3] | 0x20) is '8' or '9' or 'a' or 'b';

    private static bool IsHex(byte digit) => Uri.IsHexDigit((char)digit);
}
