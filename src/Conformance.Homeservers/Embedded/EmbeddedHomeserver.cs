using Conformance.Companions;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Targets;
using Conformance.ReferenceServer;
using Conformance.ReferenceServer.Configuration;
using Conformance.Spec;

namespace Conformance.Homeservers.Embedded;

/// <summary>
/// The reference homeserver, in this process, on a free loopback port. Its offers are known, not discovered: discovery on a server with a
/// fault could skip the very scenarios that find the fault.
/// </summary>
public sealed class EmbeddedHomeserver : IHomeserver
{
    private readonly EmbeddedHomeserverOptions _options;
    private readonly EmbeddedProfile _profile;
    private readonly Func<CancellationToken, Task<CompanionServers>>? _companions;
    private ReferenceHomeserver? _server;

    /// <summary>Makes a homeserver without companions, not started yet.</summary>
    /// <param name="options">How it is set up.</param>
    public EmbeddedHomeserver(EmbeddedHomeserverOptions options)
        : this(options, EmbeddedProfiles.Alone, companions: null)
    {
    }

    /// <summary>Makes a homeserver in a profile, not started yet.</summary>
    /// <param name="options">What all profiles have in common.</param>
    /// <param name="profile">The profile.</param>
    /// <param name="companions">Gives the companions; null for none.</param>
    internal EmbeddedHomeserver(
        EmbeddedHomeserverOptions options, EmbeddedProfile profile, Func<CancellationToken, Task<CompanionServers>>? companions)
    {
        _options = options;
        _profile = profile;
        _companions = companions;
    }

    /// <inheritdoc/>
    public async Task<Target> StartAsync(CancellationToken cancellationToken)
    {
        var settings = new EmbeddedSettings(_profile, _options, _companions is null ? null : await _companions(cancellationToken));
        try
        {
            _server = await ReferenceHomeserver.StartAsync(settings.ServerOptions(), cancellationToken);
        }
        catch (ReferenceServerException exception)
        {
            throw new TargetException(new Problem("the embedded homeserver cannot be started") { Why = exception.Message }, exception);
        }

        return settings.Target(_server);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_server is not null)
            await _server.DisposeAsync();
    }
}
