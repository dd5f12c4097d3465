using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Conformance.ReferenceServer.Tests.ThirdParty;

/// <summary>Takes mail by the smallest SMTP there is, and keeps the links.</summary>
internal sealed class FakeMailServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<(string To, Uri Link)> _mails = new();
    private readonly Task _accepting;

    public FakeMailServer()
    {
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>The links of the mails to an address, in order. The homeserver answers only after its mail was taken.</summary>
    public IReadOnlyList<Uri> LinksTo(string address) => [.. _mails.Where(mail => mail.To == address).Select(mail => mail.Link)];

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _accepting;
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
                serving.Add(ServeAsync(await _listener.AcceptTcpClientAsync(_stop.Token)));
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var owned = client;
        using var reader = new StreamReader(client.GetStream(), Encoding.Latin1);
        await using var writer = new StreamWriter(client.GetStream(), Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 fake");
            var to = "";
            while (await reader.ReadLineAsync(_stop.Token) is { } line)
            {
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                    to = line[(line.IndexOf('<') + 1)..line.IndexOf('>')];
                if (line == "DATA")
                {
                    await writer.WriteLineAsync("354 go on");
                    _mails.Enqueue((to, await ReadLinkAsync(reader)));
                }

                await writer.WriteLineAsync(line == "QUIT" ? "221 bye" : "250 ok");
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or IOException)
        {
            // The homeserver stopped first.
        }
    }

    // The text is sent as it is: undoing an encoding would take "=AB" at the beginning of a token for a character.
    private async Task<Uri> ReadLinkAsync(StreamReader reader)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_stop.Token) is { } line && line != ".")
            text.Append(line).Append('\n');
        return new Uri(Regex.Match(text.ToString(), @"http://\S+").Value);
    }
}
