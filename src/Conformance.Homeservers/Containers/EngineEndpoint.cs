using Docker.DotNet;
using Docker.DotNet.Handler.Abstractions;
using DotNet.Testcontainers.Configurations;

namespace Conformance.Homeservers.Containers;

/// <summary>Where an engine is, and the version of its API to speak: older engines refuse the newest, which Testcontainers would speak by
/// itself.</summary>
/// <param name="address">Where it listens.</param>
/// <param name="version">The version; the engine's newest where it is <c>null</c>.</param>
internal sealed class EngineEndpoint(EngineAddress address, Version? version) : IDockerEndpointAuthenticationConfiguration
{
    /// <inheritdoc/>
    public Version? Version => version;

    /// <inheritdoc/>
    public Uri Endpoint { get; } = new(address.ToString());

    /// <inheritdoc/>
    public IAuthProvider? AuthProvider => null;

    /// <inheritdoc/>
    public DockerClientBuilder GetDockerClientBuilder(Guid sessionId = default)
    {
        // Each call has a deadline of its own.
        var builder = new DockerClientBuilder().WithEndpoint(Endpoint).WithTimeout(Timeout.InfiniteTimeSpan);
        return version is null ? builder : builder.WithApiVersion(version);
    }

    /// <inheritdoc/>
    public override string ToString() => address.ToString();
}
