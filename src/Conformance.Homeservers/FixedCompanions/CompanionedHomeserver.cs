using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Targets;

namespace Conformance.Homeservers.FixedCompanions;

/// <summary>A homeserver that runs already, at a URL, and has been set up to use the suite's companions.</summary>
/// <param name="url">The base URL.</param>
/// <param name="options">What the user says about it.</param>
/// <param name="companions">The companions. Not disposed here.</param>
public sealed class CompanionedHomeserver(Uri url, UrlHomeserverOptions options, FixedCompanionServers companions) : IHomeserver
{
    /// <inheritdoc/>
    public async Task<Target> StartAsync(CancellationToken cancellationToken)
    {
        await using var server = new UrlHomeserver(url, await companions.AddToAsync(options, cancellationToken));
        return await server.StartAsync(cancellationToken);
    }

    /// <summary>Nothing to stop: the server is the user's.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
