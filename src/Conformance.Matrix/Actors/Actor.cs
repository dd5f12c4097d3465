namespace Conformance.Matrix.Actors;

/// <summary>A person of a scenario (<c>Alice</c>), with an account of their own and its sessions.</summary>
/// <param name="name">The name in the feature.</param>
public sealed class Actor(string name)
{
    /// <summary>The name in the feature.</summary>
    public string Name { get; } = name;

    /// <summary>The account; set once the actor has one.</summary>
    public Account? Account { get; set; }

    /// <summary>The sessions by device id, in the order they were made.</summary>
    public OrderedDictionary<string, Session> Sessions { get; } = new(StringComparer.Ordinal);

    /// <summary>Devices that the account had before the scenario began (a ready account's own); never asserted on, never removed.</summary>
    public HashSet<string> EarlierDevices { get; } = new(StringComparer.Ordinal);
}
