using System.Globalization;
using System.Text;

namespace Conformance.Mutation.Wire;

/// <summary>Reads messages of HTTP/1.1 from a connection.</summary>
/// <param name="stream">The connection.</param>
internal sealed class WireReader(Stream stream)
{
    private readonly byte[] _buffer = new byte[16 << 10];
    private int _at;
    private int _end;

    /// <summary>The start line and the header fields of the next message; null where the connection ends before it.</summary>
    /// <exception cref="IOException">The connection ends within it.</exception>
    public async Task<(string Start, IReadOnlyList<KeyValuePair<string, string>> Headers)?> HeadAsync(CancellationToken cancellationToken)
    {
        if (await LineAsync(cancellationToken) is not { } start)
            return null;
        var headers = new List<KeyValuePair<string, string>>();
        while (await LineAsync(cancellationToken) is { Length: > 0 } line)
        {
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            headers.Add(new(line[..colon], line[(colon + 1)..].Trim()));
        }

        return (start, headers);
    }

    /// <summary>The body of a message.</summary>
    /// <param name="headers">The header fields.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="IOException">The connection ends within it.</exception>
    public async Task<byte[]> BodyAsync(IReadOnlyList<KeyValuePair<string, string>> headers, CancellationToken cancellationToken)
    {
        if (headers.Valued("Transfer-Encoding") is null)
            return await BytesAsync(int.Parse(headers.Valued("Content-Length") ?? "0", CultureInfo.InvariantCulture), cancellationToken);
        var body = new List<byte>();
        while (await LineAsync(cancellationToken) is { } size)
        {
            var length = int.Parse(size.Split(';')[0], NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            body.AddRange(await BytesAsync(length, cancellationToken));
            await LineAsync(cancellationToken);
            if (length == 0)
                break;
        }

        return [.. body];
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            if (_at == _end && !await FillAsync(cancellationToken))
                return line.Count == 0 ? null : throw new IOException("The connection ended within a line.");
            var found = Array.IndexOf(_buffer, (byte)'\n', _at, _end - _at);
            line.AddRange(_buffer[_at..(found < 0 ? _end : found)]);
            _at = found < 0 ? _end : found + 1;
            if (found >= 0)
                return Encoding.Latin1.GetString([.. line]).TrimEnd('\r');
        }
    }

    private async Task<byte[]> BytesAsync(int count, CancellationToken cancellationToken)
    {
        var bytes = new byte[count];
        for (var read = 0; read < count;)
        {
            if (_at == _end && !await FillAsync(cancellationToken))
                throw new IOException("The connection ended within a body.");
            var part = Math.Min(count - read, _end - _at);
            _buffer.AsSpan(_at, part).CopyTo(bytes.AsSpan(read));
            (_at, read) = (_at + part, read + part);
        }

        return bytes;
    }

    private async Task<bool> FillAsync(CancellationToken cancellationToken)
    {
        (_at, _end) = (0, await stream.ReadAsync(_buffer, cancellationToken));
        return _end > 0;
    }
}
