using Conformance.Mutation.Wire;
using Conformance.ReferenceServer.Faults;
using Conformance.Spec;

namespace Conformance.Mutation.Variations;

/// <summary>A server that differs from the reference homeserver and conforms: nothing may be red.</summary>
/// <param name="Name">The name, in kebab-case.</param>
/// <param name="Description">What the server does, one sentence.</param>
public sealed record Variation(string Name, string Description)
{
    /// <summary>Makes the layer in front of a homeserver; null for none.</summary>
    public Func<WireLayer>? Layer { get; init; }

    /// <summary>A permitted difference of the homeserver itself; null for none.</summary>
    public Variant? Server { get; init; }

    /// <summary>The server name, the part of user IDs after the colon.</summary>
    public string ServerName { get; init; } = "localhost";

    /// <summary>Whether the suite discovers the homeserver's offers, as at a URL; otherwise it knows them.</summary>
    public bool IsDiscovered { get; init; }

    /// <summary>What a target file would say that the server offers, beside what is discovered.</summary>
    public IReadOnlyList<Need> Declares { get; init; } = [];

    /// <summary>The profile to use where it is discovered.</summary>
    public string Profile { get; init; } = "default";

    /// <summary>Texts in files and titles of the scenarios to run; empty for all.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];
}
