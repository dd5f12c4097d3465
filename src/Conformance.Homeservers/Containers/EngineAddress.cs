namespace Conformance.Homeservers.Containers;

/// <summary>Where an engine listens: a Unix socket, or a TCP port without TLS.</summary>
internal sealed class EngineAddress
{
    private const int UsualPort = 2375;

    private readonly string _text;

    private EngineAddress(string text) => _text = text;

    public static EngineAddress OfSocket(string path) => new($"unix://{path}");

    /// <summary>Reads an address as in <c>DOCKER_HOST</c>.</summary>
    /// <param name="text">The address.</param>
    /// <param name="origin">Where it was found, for messages.</param>
    /// <exception cref="ContainerException">The suite cannot use the address.</exception>
    public static EngineAddress Parse(string text, string origin)
    {
        const string unix = "unix://";
        if (text.StartsWith(unix, StringComparison.OrdinalIgnoreCase) && text.Length > unix.Length)
            return new EngineAddress(text);
        if (Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "tcp" or "http" && url.Host.Length > 0
            && url.AbsolutePath is "" or "/")
        {
            var port = url.IsDefaultPort || url.Port <= 0 ? UsualPort : url.Port;
            return new EngineAddress($"tcp://{url.Host}:{port}");
        }

        throw new ContainerException(
            $"{origin} names the container engine \"{OneLine.Of(text)}\", which the suite cannot use",
            "give a Unix socket (unix:///var/run/docker.sock) or a TCP port without TLS (tcp://localhost:2375).");
    }

    /// <summary>The address as a URL.</summary>
    public override string ToString() => _text;
}
