using System.Buffers;
using System.Text.Json;

namespace Conformance.JsonSchema.Values;

/// <summary>
/// The content of a JSON string as UTF-8, unescaped. Where a string has an escape for half a surrogate pair, which JSON allows and UTF-8
/// does not, that half is written as the three bytes that UTF-8 would give its code point.
/// </summary>
internal ref struct JsonText
{
    private byte[]? _rented;

    /// <summary>Takes the string or member name that a reader stands on.</summary>
    public JsonText(in Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
        {
            Utf8 = reader.ValueSpan;
            return;
        }

        // No escape is shorter than what it stands for.
        _rented = ArrayPool<byte>.Shared.Rent(reader.ValueSpan.Length);
        Utf8 = _rented.AsSpan(0, Unescape(reader.ValueSpan, _rented));
    }

    /// <summary>The content.</summary>
    public ReadOnlySpan<byte> Utf8 { get; }

    /// <summary>How many Unicode code points it has.</summary>
    public readonly int CodePointCount()
    {
        var count = 0;
        foreach (var unit in Utf8)
            if ((unit & 0xC0) != 0x80)
                count++;
        return count;
    }

    /// <summary>Returns the buffer, if there is one.</summary>
    public void Dispose()
    {
        if (_rented is null)
            return;
        ArrayPool<byte>.Shared.Return(_rented);
        _rented = null;
    }

    private static int Unescape(ReadOnlySpan<byte> escaped, Span<byte> text)
    {
        var written = 0;
        while (true)
        {
            var run = escaped.IndexOf((byte)'\\');
            if (run < 0)
            {
                escaped.CopyTo(text[written..]);
                return written + escaped.Length;
            }

            escaped[..run].CopyTo(text[written..]);
            written += run;
            var kind = escaped[run + 1];
            escaped = escaped[(run + 2)..];
            if (kind != 'u')
            {
                text[written++] = kind switch
                {
                    (byte)'b' => (byte)'\b',
                    (byte)'f' => (byte)'\f',
                    (byte)'n' => (byte)'\n',
                    (byte)'r' => (byte)'\r',
                    (byte)'t' => (byte)'\t',
                    _ => kind,
                };
                continue;
            }

            var codePoint = HexUnit(escaped);
            escaped = escaped[4..];
            if (codePoint is >= 0xD800 and < 0xDC00 && escaped is [(byte)'\\', (byte)'u', _, _, _, _, ..]
                && HexUnit(escaped[2..]) is >= 0xDC00 and < 0xE000 and var low)
            {
                codePoint = 0x10000 + (codePoint - 0xD800 << 10) + (low - 0xDC00);
                escaped = escaped[6..];
            }

            written += Encode(codePoint, text[written..]);
        }
    }

    private static int HexUnit(ReadOnlySpan<byte> digits)
    {
        var value = 0;
        foreach (var digit in digits[..4])
            value = value << 4 | (digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10);
        return value;
    }

    private static int Encode(int codePoint, Span<byte> text)
    {
        switch (codePoint)
        {
            case < 0x80:
                text[0] = (byte)codePoint;
                return 1;
            case < 0x800:
                text[0] = (byte)(0xC0 | codePoint >> 6);
                text[1] = (byte)(0x80 | codePoint & 0x3F);
                return 2;
            case < 0x10000:
                text[0] = (byte)(0xE0 | codePoint >> 12);
                text[1] = (byte)(0x80 | codePoint >> 6 & 0x3F);
                text[2] = (byte)(0x80 | codePoint & 0x3F);
                return 3;
            default:
                text[0] = (byte)(0xF0 | codePoint >> 18);
                text[1] = (byte)(0x80 | codePoint >> 12 & 0x3F);
                text[2] = (byte)(0x80 | codePoint >> 6 & 0x3F);
                text[3] = (byte)(0x80 | codePoint & 0x3F);
                return 4;
        }
    }
}
