namespace Conformance.Homeservers.Profiles;

/// <summary>A target of one configuration, which the suite asks for its offers: a URL.</summary>
/// <param name="name">What the user called it.</param>
/// <param name="create">Makes the homeserver, not started yet.</param>
public sealed class SingleProfileSource(string name, Func<IHomeserver> create) : IProfileSource
{
    /// <summary>The name of the only profile.</summary>
    public const string ProfileName = "default";

    /// <inheritdoc/>
    public string Name => name;

    /// <summary>False: the server runs already, and is the user's.</summary>
    public bool StartsServers => false;

    /// <inheritdoc/>
    public IReadOnlyList<Profile> Profiles { get; } = [new Profile(ProfileName, null, create)];

    /// <summary>Nothing is shared.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
