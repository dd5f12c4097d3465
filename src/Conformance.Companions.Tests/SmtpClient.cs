using System.Net.Sockets;
using System.Text;

namespace Conformance.Companions.Tests;

/// <summary>A client that sends given bytes to the mail sink.</summary>
internal sealed class SmtpClient : IAsyncDisposable
{
    private readonly TcpClient _client = new();
    private NetworkStream _stream = null!;

    public static async Task<SmtpClient> ConnectAsync(int port)
    {
        var client = new SmtpClient();
        await client._client.ConnectAsync("127.0.0.1", port);
        client._stream = client._client.GetStream();
        await client.HearAsync();
        return client;
    }

    /// <summary>Says a line and gives the answer, all its lines, without the line end.</summary>
    public async Task<string> SayAsync(string line)
    {
        await SendAsync(Encoding.UTF8.GetBytes($"{line}\r\n"));
        return await HearAsync();
    }

    public async Task SendAsync(byte[] bytes) => await _stream.WriteAsync(bytes);

    /// <summary>The next answer; null where the connection was closed.</summary>
    public async Task<string> HearAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        var lines = new List<string>();
        while (true)
        {
            var line = await LineAsync(limit.Token);
            if (line is null)
                return "(closed)";
            lines.Add(line);
            if (line.Length < 4 || line[3] != '-')
                return string.Join('\n', lines);
        }
    }

    public ValueTask DisposeAsync()
    {
        _client.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<string?> LineAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (true)
        {
            try
            {
                if (await _stream.ReadAsync(one, cancellationToken) == 0)
                    return null;
            }
            catch (IOException)
            {
                return null;
            }

            if (one[0] == '\n')
                return Encoding.UTF8.GetString([.. line]).TrimEnd('\r');
            line.Add(one[0]);
        }
    }
}
