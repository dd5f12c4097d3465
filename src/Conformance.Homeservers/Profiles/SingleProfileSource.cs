namespace Conformance.Homeservers.Profiles;

/// <summary>A target of one configuration, which the suite asks for its offers: a URL.</summary>
/// <param name="name">What the user called it.</param>
/// <param name="create">Makes the homeserver, not started yet.</param>
/// <param name="companions">What the homeserver uses, disposed with the source; null if nothing is to be disposed.</param>
public sealed class SingleProfileSource(string name, Func<IHomeserver> create, IAsyncDisposable? companions = null) : IProfileSource
{
    /// <summary>The name of the only profile.</summary>
    public const string ProfileName = "default";

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>False: the server runs already, and is the user's.</summary>
    public bool StartsServers => false;

    /// <inheritdoc/>
    public IReadOnlyList<Profile> Profiles { get; } = [new Profile(ProfileName, null, create)];

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => companions?.DisposeAsync() ?? ValueTask.CompletedTask;
}
