using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Conformance.Mutation.Wire;

/// <summary>A connection to the homeserver behind a proxy; requests go on as they came, byte for byte.</summary>
/// <param name="server">The homeserver.</param>
internal sealed class Upstream(Uri server) : IDisposable
{
    private static readonly string[] Framing = ["Content-Length", "Transfer-Encoding", "Connection", "Keep-Alive"];

    private TcpClient? _client;
    private WireReader? _reader;

    /// <summary>Sends a request, and reads its answer.</summary>
    /// <exception cref="IOException">The server does not answer.</exception>
    public async Task<WireAnswer> SendAsync(WireRequest request, CancellationToken cancellationToken)
    {
        if (_client is null || _reader is null)
        {
            _client = new TcpClient { NoDelay = true };
            await _client.ConnectAsync(server.Host, server.Port, cancellationToken);
            _reader = new WireReader(_client.GetStream());
        }

        await _client.GetStream().WriteAsync(Bytes(request), cancellationToken);
        var (start, headers) = await _reader.HeadAsync(cancellationToken) ?? throw new IOException("The homeserver closed the connection.");
        var status = int.Parse(start.Split(' ')[1], CultureInfo.InvariantCulture);
        var body = request.Method == "HEAD" || status is 204 or 304 ? [] : await _reader.BodyAsync(headers, cancellationToken);
        if (headers.Valued("Connection") is { } connection && connection.Equals("close", StringComparison.OrdinalIgnoreCase))
            Dispose();
        return new WireAnswer(status, [.. headers.But(Framing)], body);
    }

    public void Dispose()
    {
        _client?.Dispose();
        _client = null;
    }

    private static byte[] Bytes(WireRequest request)
    {
        var head = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{request.Method} {request.Target} HTTP/1.1\r\n");
        foreach (var (name, value) in request.Headers.But(Framing))
            head.Append(CultureInfo.InvariantCulture, $"{name}: {value}\r\n");
        if (request.Body.Length > 0 || request.Header("Content-Length") is not null)
            head.Append(CultureInfo.InvariantCulture, $"Content-Length: {request.Body.Length}\r\n");
        return WireForm.Join(head.Append("\r\n").ToString(), request.Body);
    }
}
