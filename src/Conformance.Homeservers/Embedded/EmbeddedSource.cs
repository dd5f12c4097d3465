using Conformance.Companions;
using Conformance.Homeservers.Profiles;

namespace Conformance.Homeservers.Embedded;

/// <summary>The embedded homeserver in its profiles, all in this process, with one set of companions for all of them.</summary>
public sealed class EmbeddedSource : IProfileSource
{
    /// <summary>What the user calls it.</summary>
    public const string EmbeddedName = "embedded";

    private readonly CancellationTokenSource _end = new();
    private readonly Lazy<Task<CompanionServers>> _companions;

    /// <summary>Makes the profiles; nothing is started yet.</summary>
    /// <param name="options">How each of them is set up.</param>
    public EmbeddedSource(EmbeddedHomeserverOptions options)
    {
        _companions = new(() => CompanionStart.StartAsync(new CompanionOptions(), _end.Token));
        var version = EmbeddedVersion.Of(options);
        Profiles = [.. EmbeddedProfiles.All.Select(profile => new Profile(
            profile.Name,
            profile.Offers(version),
            () => new EmbeddedHomeserver(options, profile, cancellationToken => _companions.Value.WaitAsync(cancellationToken))))];
    }

    /// <inheritdoc/>
    public string Name => EmbeddedName;

    /// <inheritdoc/>
    public bool StartsServers => true;

    /// <inheritdoc/>
    public IReadOnlyList<Profile> Profiles { get; }

    /// <summary>Stops the companions.</summary>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        if (_companions.IsValueCreated)
        {
            await _companions.Value.ContinueWith(
                static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            if (_companions.Value.IsCompletedSuccessfully)
                await (await _companions.Value).DisposeAsync();
        }

        _end.Dispose();
    }
}
