namespace Conformance.Homeservers.Profiles;

/// <summary>A target with its profiles, in the order of preference. It owns what the profiles share, such as companions.</summary>
public interface IProfileSource : IAsyncDisposable
{
    /// <summary>What the user called it: <c>embedded</c>, <c>synapse</c>, a URL.</summary>
    string Name { get; }

    /// <summary>Whether the suite starts the homeservers, and so can restart them.</summary>
    bool StartsServers { get; }

    /// <summary>The profiles, at least one.</summary>
    IReadOnlyList<Profile> Profiles { get; }
}
