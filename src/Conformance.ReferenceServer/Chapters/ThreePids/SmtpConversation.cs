using System.Net.Sockets;
using System.Text;
using Conformance.ReferenceServer.Configuration;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>
/// Hands one mail to a mail server (RFC 5321). No thread blocks while it waits for the other side, unlike in the runtime's own client.
/// </summary>
internal sealed class SmtpConversation : IDisposable
{
    private readonly TcpClient _connection = new();
    private StreamReader _reader = StreamReader.Null;
    private StreamWriter _writer = StreamWriter.Null;

    /// <summary>Sends a mail.</summary>
    /// <param name="server">The mail server.</param>
    /// <param name="name">The sender's name in the greeting.</param>
    /// <param name="to">The address, without angle brackets.</param>
    /// <param name="message">Headers and body, in ASCII, lines ended by CR LF.</param>
    /// <param name="cancellationToken">Cancels the work.</param>
    /// <exception cref="IOException">The server cannot be reached, or did not take the mail.</exception>
    public async Task SendAsync(MailServer server, string name, string to, string message, CancellationToken cancellationToken)
    {
        // A line break in an address would begin a command of its own.
        if (to.Any(char.IsControl))
            throw new IOException("The address is none.");
        try
        {
            await _connection.ConnectAsync(server.Host, server.Port, cancellationToken);
        }
        catch (SocketException unreachable)
        {
            throw new IOException(unreachable.Message, unreachable);
        }

        var stream = _connection.GetStream();
        _reader = new StreamReader(stream, Encoding.ASCII);
        _writer = new StreamWriter(stream, new ASCIIEncoding()) { NewLine = "\r\n" };
        await ExpectAsync('2', cancellationToken);
        await SayAsync($"EHLO {name}", '2', cancellationToken);
        await SayAsync($"MAIL FROM:<{server.From}>", '2', cancellationToken);
        await SayAsync($"RCPT TO:<{to}>", '2', cancellationToken);
        await SayAsync("DATA", '3', cancellationToken);
        foreach (var line in message.Split("\r\n"))
            await _writer.WriteLineAsync((line.StartsWith('.') ? "." + line : line).AsMemory(), cancellationToken);
        await SayAsync(".", '2', cancellationToken);
        await SayAsync("QUIT", '2', cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _reader.Dispose();
        _connection.Dispose();
    }

    private async Task SayAsync(string command, char answer, CancellationToken cancellationToken)
    {
        await _writer.WriteLineAsync(command.AsMemory(), cancellationToken);
        await _writer.FlushAsync(cancellationToken);
        await ExpectAsync(answer, cancellationToken);
    }

    // The last line of an answer has a space after its code.
    private async Task ExpectAsync(char kind, CancellationToken cancellationToken)
    {
        string? line;
        do
        {
            line = await _reader.ReadLineAsync(cancellationToken);
        }
        while (line is { Length: > 3 } && line[3] == '-');
        if (line is null || line[0] != kind)
            throw new IOException($"The mail server says {line ?? "nothing any more"}.");
    }
}
