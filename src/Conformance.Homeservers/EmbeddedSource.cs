using Conformance.Homeservers.Profiles;

namespace Conformance.Homeservers;

/// <summary>The embedded homeserver in its profiles.</summary>
/// <param name="options">How each of them is set up.</param>
public sealed class EmbeddedSource(EmbeddedHomeserverOptions options) : IProfileSource
{
    /// <summary>What the user calls it.</summary>
    public const string EmbeddedName = "embedded";

    /// <inheritdoc/>
    public string Name => EmbeddedName;

    /// <inheritdoc/>
    public IReadOnlyList<Profile> Profiles { get; } = [new Profile("default", null, () => new EmbeddedHomeserver(options))];

    /// <summary>Nothing is shared.</summary>
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
