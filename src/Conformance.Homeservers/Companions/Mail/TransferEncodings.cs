namespace Conformance.Homeservers.Companions.Mail;

/// <summary>The two encodings that carry bytes through seven bits (RFC 2045, 6.7 and 6.8). What is not theirs is passed over or through.</summary>
internal static class TransferEncodings
{
    /// <summary>Undoes base64; characters outside its alphabet are passed over.</summary>
    public static byte[] Base64(ReadOnlySpan<byte> encoded)
    {
        var bytes = new List<byte>(encoded.Length * 3 / 4);
        var (value, bits) = (0, 0);
        foreach (var sign in encoded)
        {
            if (sign == '=')
            {
                // What follows the padding begins anew, as where two encoded texts were joined.
                (value, bits) = (0, 0);
                continue;
            }

            if (Sextet(sign) is not { } sextet)
                continue;
            value = (value << 6 | sextet) & 0xFFFF;
            bits += 6;
            if (bits < 8)
                continue;
            bits -= 8;
            bytes.Add((byte)(value >> bits));
        }

        return [.. bytes];
    }

    /// <summary>Undoes quoted-printable.</summary>
    public static byte[] QuotedPrintable(ReadOnlySpan<byte> encoded)
    {
        var bytes = new List<byte>(encoded.Length);
        for (var at = 0; at < encoded.Length; at++)
        {
            if (encoded[at] != '=')
            {
                bytes.Add(encoded[at]);
                continue;
            }

            if (at + 2 < encoded.Length && Nibble(encoded[at + 1]) is { } high && Nibble(encoded[at + 2]) is { } low)
            {
                bytes.Add((byte)(high << 4 | low));
                at += 2;
                continue;
            }

            // A soft line end: the equals sign, perhaps blanks, then the end of the line or of the text.
            var end = at + 1;
            while (end < encoded.Length && encoded[end] is (byte)' ' or (byte)'\t')
                end++;
            if (end < encoded.Length && encoded[end] == '\r')
                end++;
            if (end == encoded.Length)
                break;
            if (encoded[end] == '\n')
                at = end;
            else
                bytes.Add((byte)'=');
        }

        return [.. bytes];
    }

    private static int? Sextet(byte sign) => sign switch
    {
        >= (byte)'A' and <= (byte)'Z' => sign - 'A',
        >= (byte)'a' and <= (byte)'z' => sign - 'a' + 26,
        >= (byte)'0' and <= (byte)'9' => sign - '0' + 52,
        (byte)'+' => 62,
        (byte)'/' => 63,
        _ => null,
    };

    private static int? Nibble(byte sign) => sign switch
    {
        >= (byte)'0' and <= (byte)'9' => sign - '0',
        >= (byte)'A' and <= (byte)'F' => sign - 'A' + 10,
        >= (byte)'a' and <= (byte)'f' => sign - 'a' + 10,
        _ => null,
    };
}
