namespace Conformance.Mutation.Hostile;

/// <summary>Where a hostile server begins to misbehave.</summary>
public enum HostilePlace
{
    /// <summary>With the first request, while the suite finds out what the server offers.</summary>
    Probes,

    /// <summary>With the first request of a scenario, after the suite has accepted the server as a homeserver.</summary>
    Scenarios,
}
