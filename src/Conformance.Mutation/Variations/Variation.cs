using Conformance.Mutation.Wire;
using Conformance.ReferenceServer.Faults;

namespace Conformance.Mutation.Variations;

/// <summary>A server that does something in another way than the reference homeserver, and conforms: nothing may be red.</summary>
/// <param name="Name">The name, in kebab-case.</param>
/// <param name="Description">What the server does, one sentence.</param>
public sealed record Variation(string Name, string Description)
{
    /// <summary>Makes what stands before a homeserver on the wire; null for nothing.</summary>
    public Func<WireLayer>? Layer { get; init; }

    /// <summary>What is different about the homeserver itself; null for nothing.</summary>
    public Variant? Server { get; init; }

    /// <summary>The server name, the part of user IDs after the colon.</summary>
    public string ServerName { get; init; } = "localhost";

    /// <summary>Whether the suite finds out what the homeserver offers, as at a URL, where otherwise it knows.</summary>
    public bool IsDiscovered { get; init; }

    /// <summary>The profile to use where it is discovered.</summary>
    public string Profile { get; init; } = "default";

    /// <summary>Texts in files and titles of the scenarios to run; empty for all.</summary>
    public IReadOnlyList<string> Filters { get; init; } = [];
}
