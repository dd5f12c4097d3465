using System.Net;
using System.Net.Sockets;

namespace Conformance.Homeservers.Containers;

/// <summary>A TCP port of a container that is reachable on 127.0.0.1 of this machine.</summary>
/// <param name="ContainerPort">The port inside, 1 to 65535.</param>
/// <param name="HostPort">The port on 127.0.0.1, 1 to 65535.</param>
public sealed record PublishedPort(int ContainerPort, int HostPort)
{
    /// <summary>A port of 127.0.0.1 that nobody listens on at this moment. Another process may take it before it is used.</summary>
    public static int FindFree()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
