using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;
using Conformance.Spec.Loading;

namespace Conformance.Mutation.Wire;

/// <summary>
/// A proxy on the loopback in front of a homeserver. It is written on sockets, so that it can send what no web server sends.
/// </summary>
public sealed class WireProxy : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly Uri _server;
    private readonly OperationFinder _operations;
    private readonly WireLayer _layer;
    private readonly Task _accepting;
    private int _requests;

    private WireProxy(Uri server, Specification specification, WireLayer layer)
    {
        (_server, _operations, _layer) = (server, new OperationFinder(specification), layer);
        _listener.Start();
        BaseUrl = new Uri($"http://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}");
        _accepting = AcceptAsync();
    }

    /// <summary>Where it listens.</summary>
    public Uri BaseUrl { get; }

    /// <summary>Starts a proxy.</summary>
    /// <param name="server">The homeserver behind it.</param>
    /// <param name="specification">The operations that requests may call.</param>
    /// <param name="layer">What it does to requests and answers.</param>
    public static WireProxy Start(Uri server, Specification specification, WireLayer layer)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(specification);
        ArgumentNullException.ThrowIfNull(layer);
        return new WireProxy(server, specification, layer);
    }

    /// <summary>Closes all connections.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        _end.Dispose();
    }

    private async Task AcceptAsync()
    {
        var serving = new List<Task>();
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_end.Token);
                serving.RemoveAll(served => served.IsCompletedSuccessfully);
                serving.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            await Task.WhenAll(serving);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var upstream = new Upstream(_server))
        {
            try
            {
                client.NoDelay = true;
                var connection = new WireConnection(client);
                if (_layer.Connected is { } connected)
                    await connected(connection, _end.Token);
                var reader = new WireReader(client.GetStream());
                while (await RequestAsync(reader) is { } request)
                {
                    connection.Method = request.Method;
                    var answer = await _layer.Filter(request, inner => upstream.SendAsync(inner, _end.Token), _end.Token);
                    await answer.Form.SendAsync(answer, connection, _end.Token);
                    if (!answer.Form.KeepsOpen)
                        break;
                }
            }
            catch (Exception exception) when (exception is IOException or OperationCanceledException or SocketException
                or ObjectDisposedException or InvalidOperationException or AuthenticationException)
            {
                // The client went away, or was sent away.
            }
        }
    }

    private async Task<WireRequest?> RequestAsync(WireReader reader)
    {
        if (await reader.HeadAsync(_end.Token) is not var (start, headers))
            return null;
        var body = await reader.BodyAsync(headers, _end.Token);
        var words = start.Split(' ');
        return new WireRequest(words[0], words[1], headers, body)
        {
            OperationId = _operations.Find(words[0], words[1]),
            Number = Interlocked.Increment(ref _requests),
            Origin = BaseUrl.GetLeftPart(UriPartial.Authority),
        };
    }
}
