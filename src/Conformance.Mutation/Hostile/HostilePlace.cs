namespace Conformance.Mutation.Hostile;

/// <summary>Where a hostile server begins to misbehave.</summary>
public enum HostilePlace
{
    /// <summary>With the first request: the suite only finds out what the server offers.</summary>
    Probes,

    /// <summary>With the first request of a scenario: the suite has taken the server for a homeserver.</summary>
    Scenarios,
}
