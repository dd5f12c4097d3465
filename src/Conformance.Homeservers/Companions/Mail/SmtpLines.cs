namespace Conformance.Homeservers.Companions.Mail;

/// <summary>Reads lines from a client, none longer than is good for this process.</summary>
/// <param name="stream">The connection.</param>
/// <param name="patience">How long one line may take.</param>
internal sealed class SmtpLines(Stream stream, TimeSpan patience)
{
    private readonly byte[] _buffer = new byte[8 << 10];
    private int _from;
    private int _to;

    /// <summary>Reads one line.</summary>
    /// <param name="longest">How many bytes it may have; the rest of a longer one is skipped.</param>
    /// <param name="mostSkipped">How many bytes more are read to find the end of a line that is too long.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The line without its end, and whether it was too long; null where the client has gone, or its line has no end.</returns>
    /// <exception cref="TimeoutException">The client took too long.</exception>
    public async Task<(byte[] Bytes, bool IsTooLong)?> ReadAsync(int longest, int mostSkipped, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        var line = new List<byte>();
        var skipped = 0;
        while (true)
        {
            if (_from == _to)
            {
                (_from, _to) = (0, await FillAsync(limit.Token, cancellationToken));
                if (_to == 0)
                    return null;
            }

            var end = Array.IndexOf(_buffer, (byte)'\n', _from, _to - _from);
            var piece = _buffer.AsSpan(_from, (end < 0 ? _to : end) - _from);
            var room = Math.Min(piece.Length, longest + 1 - line.Count);
            line.AddRange(piece[..room]);
            skipped += piece.Length - room;
            _from = end < 0 ? _to : end + 1;
            if (skipped > mostSkipped)
                return null;
            if (end < 0)
                continue;
            if (line.Count > 0 && skipped == 0 && line[^1] == '\r')
                line.RemoveAt(line.Count - 1);
            return ([.. line], skipped > 0 || line.Count > longest);
        }
    }

    private async Task<int> FillAsync(CancellationToken limit, CancellationToken cancellationToken)
    {
        try
        {
            return await stream.ReadAsync(_buffer, limit);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException("The client took too long over a line.");
        }
    }
}
