namespace Conformance.Homeservers.Profiles;

/// <summary>A target with its profiles, in the order in which scenarios are given to them. It owns what the profiles share, such as
/// companions.</summary>
public interface IProfileSource : IAsyncDisposable
{
    /// <summary>What the user called it: <c>embedded</c>, <c>synapse</c>, a URL.</summary>
    string Name { get; }

    /// <summary>Whether the suite starts its homeservers, and so can start them again.</summary>
    bool StartsServers { get; }

    /// <summary>The profiles, at least one.</summary>
    IReadOnlyList<Profile> Profiles { get; }
}
