using System.Net.Sockets;
using System.Text;

namespace Conformance.Mutation.Wire;

/// <summary>The connection of a client, to be written to byte by byte.</summary>
/// <param name="client">The connection.</param>
public sealed class WireConnection(TcpClient client)
{
    /// <summary>The method of the request that is answered; empty before there is one.</summary>
    public string Method { get; internal set; } = "";

    /// <summary>Writes bytes.</summary>
    /// <exception cref="IOException">The client went away.</exception>
    public Task WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken) =>
        client.GetStream().WriteAsync(bytes, cancellationToken).AsTask();

    /// <summary>Writes text, a byte for each character.</summary>
    /// <exception cref="IOException">The client went away.</exception>
    public Task WriteAsync(string text, CancellationToken cancellationToken) =>
        WriteAsync(Encoding.Latin1.GetBytes(text), cancellationToken);

    /// <summary>Writes bytes one at a time, with a pause after each, if it is not zero.</summary>
    /// <exception cref="IOException">The client went away.</exception>
    public async Task DripAsync(ReadOnlyMemory<byte> bytes, TimeSpan pause, CancellationToken cancellationToken)
    {
        for (var at = 0; at < bytes.Length; at++)
        {
            await WriteAsync(bytes.Slice(at, 1), cancellationToken);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, cancellationToken);
        }
    }

    /// <summary>Writes the same bytes again and again, until the client goes away.</summary>
    /// <exception cref="IOException">The client went away.</exception>
    public async Task RepeatAsync(ReadOnlyMemory<byte> bytes, TimeSpan pause, CancellationToken cancellationToken)
    {
        while (true)
        {
            await WriteAsync(bytes, cancellationToken);
            if (pause > TimeSpan.Zero)
                await Task.Delay(pause, cancellationToken);
        }
    }

    /// <summary>Says nothing, until the client goes away.</summary>
    /// <exception cref="IOException">The client went away.</exception>
    public async Task WaitAsync(CancellationToken cancellationToken)
    {
        var ignored = new byte[1 << 10];
        while (await client.GetStream().ReadAsync(ignored, cancellationToken) > 0)
        {
            // Whatever else it sends.
        }
    }

    /// <summary>Ends the connection by a reset in place of an orderly close.</summary>
    public void Reset()
    {
        client.Client.LingerState = new LingerOption(enable: true, seconds: 0);
        client.Client.Close();
    }

    /// <summary>Whether an answer to the request has a body, by the rules of HTTP.</summary>
    internal bool HasBody(WireAnswer answer) => Method != "HEAD" && answer.Status is >= 200 and not (204 or 304);
}
