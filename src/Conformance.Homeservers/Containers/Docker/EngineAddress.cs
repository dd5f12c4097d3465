using System.Net.Sockets;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>Where an engine listens: a Unix socket, or a TCP port without TLS.</summary>
internal sealed class EngineAddress
{
    private const int UsualPort = 2375;

    private readonly string _text;
    private readonly string? _socket;
    private readonly string? _host;
    private readonly int _port;

    private EngineAddress(string text, string? socket, string? host = null, int port = 0) => (_text, _socket, _host, _port) = (text, socket, host, port);

    public static EngineAddress OfSocket(string path) => new($"unix://{path}", path);

    /// <summary>Reads an address as in <c>DOCKER_HOST</c>.</summary>
    /// <param name="text">The address.</param>
    /// <param name="origin">Where it was found, as a reader may be told.</param>
    /// <exception cref="ContainerException">It is none that can be spoken to.</exception>
    public static EngineAddress Parse(string text, string origin)
    {
        const string unix = "unix://";
        if (text.StartsWith(unix, StringComparison.OrdinalIgnoreCase) && text.Length > unix.Length)
            return new EngineAddress(text, text[unix.Length..]);
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "tcp" or "http" && url.Host.Length > 0 && url.AbsolutePath is "" or "/")
        {
            var port = url.IsDefaultPort || url.Port <= 0 ? UsualPort : url.Port;
            return new EngineAddress($"tcp://{url.Host}:{port}", null, url.Host, port);
        }

        throw new ContainerException(
            $"{origin} names the container engine \"{OneLine.Of(text)}\", which cannot be spoken to; give a Unix socket (unix:///var/run/docker.sock) or a TCP port without TLS (tcp://localhost:2375).");
    }

    /// <summary>Opens a connection.</summary>
    public async ValueTask<Stream> ConnectAsync(CancellationToken cancellationToken)
    {
        var socket = _socket is null
            ? new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true }
            : new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            if (_socket is null)
                await socket.ConnectAsync(_host!, _port, cancellationToken);
            else
                await socket.ConnectAsync(new UnixDomainSocketEndPoint(_socket), cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>The address as a URL.</summary>
    public override string ToString() => _text;
}
