using Conformance.Mutation.Wire;
using Conformance.ReferenceServer.Faults;

namespace Conformance.Mutation.Hostile;

/// <summary>
/// A server that the suite must survive: in bounded time and memory, without an error of its own, without leaking, and with a clear
/// verdict.
/// </summary>
/// <param name="Name">The name, in kebab-case.</param>
/// <param name="Description">What the server does, one sentence.</param>
/// <param name="Layer">Makes the layer that turns a proper homeserver into this one, given the base URL of a host that the suite must not
/// call.</param>
public sealed record HostileServer(string Name, string Description, Func<Uri, WireLayer> Layer)
{
    private static readonly IReadOnlyList<string> FewScenarios =
        ["features/devices/listing", "features/whoami", "features/login/flows", "A registration is challenged",
            "The first of several stages is completed"];

    /// <summary>Makes a server that needs no other host.</summary>
    public HostileServer(string name, string description, WireLayer layer)
        : this(name, description, _ => layer)
    {
    }

    /// <summary>A permitted difference of the homeserver itself; null for none.</summary>
    public Variant? Server { get; init; }

    /// <summary>How a run may end where the server misbehaves from the first request on.</summary>
    public HostileEnds InProbes { get; init; } = HostileEnds.Bad;

    /// <summary>How a run may end where it misbehaves once the scenarios begin.</summary>
    public HostileEnds InScenarios { get; init; } = HostileEnds.Red;

    /// <summary>What to run, as <c>--filter</c> takes it.</summary>
    public IReadOnlyList<string> Filters { get; init; } = FewScenarios;

    /// <summary>Whether it tries to fill the memory; the run then has a process of its own, which is measured.</summary>
    public bool IsLarge { get; init; }

    /// <summary>The places at which a run lets it begin to misbehave.</summary>
    public IEnumerable<HostilePlace> Places
    {
        get
        {
            if (InProbes is not HostileEnds.None)
                yield return HostilePlace.Probes;
            if (InScenarios is not HostileEnds.None)
                yield return HostilePlace.Scenarios;
        }
    }

    /// <summary>How a run may end.</summary>
    /// <param name="place">Where the server begins to misbehave.</param>
    public HostileEnds Ends(HostilePlace place) => place is HostilePlace.Probes ? InProbes : InScenarios;
}
