using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Conformance.Testing.Wire;

/// <summary>A small HTTP server on the loopback which hides nothing of what came in: no framework decodes its request targets.</summary>
public sealed class FakeServer : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Func<FakeRequest, CancellationToken, Task<FakeAnswer>> _answer;
    private readonly X509Certificate2? _certificate;
    private readonly ConcurrentQueue<FakeRequest> _requests = new();
    private readonly Task _accepting;

    private FakeServer(Func<FakeRequest, CancellationToken, Task<FakeAnswer>> answer, X509Certificate2? certificate)
    {
        _answer = answer;
        _certificate = certificate;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public Uri BaseUrl => new($"{(_certificate is null ? "http" : "https")}://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");

    /// <summary>Everything that came in, in order.</summary>
    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    public static FakeServer Start(Func<FakeRequest, FakeAnswer> answer, X509Certificate2? certificate = null) =>
        new((request, _) => Task.FromResult(answer(request)), certificate);

    public static FakeServer StartAsync(Func<FakeRequest, CancellationToken, Task<FakeAnswer>> answer) => new(answer, null);

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
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or InvalidOperationException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                await using var stream = await OpenAsync(client);
                var request = await ReadAsync(stream);
                _requests.Enqueue(request);
                var answer = await _answer(request, _stop.Token);
                var bytes = Bytes(request, answer);
                await stream.WriteAsync(bytes.AsMemory(0, answer.CutAfter ?? bytes.Length), _stop.Token);
            }
            catch (Exception exception)
                when (exception is IOException or OperationCanceledException or System.Security.Authentication.AuthenticationException
                    or SocketException)
            {
                // The other side went away, or the test is over.
            }
        }
    }

    private async Task<Stream> OpenAsync(TcpClient client)
    {
        if (_certificate is null)
            return client.GetStream();
        var tls = new SslStream(client.GetStream());
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = _certificate }, _stop.Token);
        return tls;
    }

    private async Task<FakeRequest> ReadAsync(Stream stream)
    {
        var head = new List<byte>();
        var one = new byte[1];
        while (head.Count < 4 || !head[^4..].SequenceEqual("\r\n\r\n"u8.ToArray()))
        {
            if (await stream.ReadAsync(one, _stop.Token) == 0)
                throw new IOException("closed");
            head.Add(one[0]);
        }

        var lines = Encoding.Latin1.GetString([.. head]).TrimEnd().Split("\r\n");
        var start = lines[0].Split(' ');
        var headers = lines.Skip(1).Select(line => line.Split(':', 2)).Select(parts => KeyValuePair.Create(parts[0], parts[1].Trim()))
            .ToList();
        var length = headers.FirstOrDefault(header => header.Key.Equals("Content-Length", StringComparison.OrdinalIgnoreCase)).Value;
        var body = new byte[length is null ? 0 : int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, _stop.Token);
        return new FakeRequest(start[0], start[1], headers, body);
    }

    private static byte[] Bytes(FakeRequest request, FakeAnswer answer)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture,
                $"HTTP/1.1 {answer.Status} Fake\r\nConnection: close\r\nContent-Length: {answer.Body.Length}\r\n");
        foreach (var (name, value) in answer.Headers)
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        var bytes = Encoding.Latin1.GetBytes(head.Append("\r\n").ToString());
        return request.Method == "HEAD" ? bytes : [.. bytes, .. answer.Body];
    }
}
