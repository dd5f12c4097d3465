using Conformance.Matrix.Accounts;

namespace Conformance.Matrix.Actors;

/// <summary>A person of a scenario (<c>Alice</c>), with an account of their own and its sessions.</summary>
/// <param name="name">The name in the feature.</param>
public sealed class Actor(string name)
{
    /// <summary>The name in the feature.</summary>
    public string Name { get; } = name;

    /// <summary>The account; set once the actor has one, and again when its password changes.</summary>
    public Account? Account
    {
        get;
        set
        {
            field = value;
            FirstPassword ??= value?.Password;
        }
    }

    /// <summary>The password that the account began with; null without an account. A secret.</summary>
    public string? FirstPassword { get; private set; }

    /// <summary>The sessions by device id, in the order they were made.</summary>
    public OrderedDictionary<string, Session> Sessions { get; } = new(StringComparer.Ordinal);

    /// <summary>The email address and the telephone number that the account has, by medium.</summary>
    public Dictionary<string, string> Identifiers { get; } = new(StringComparer.Ordinal);

    /// <summary>The name at the single sign-on provider; null until the actor is known there.</summary>
    public string? SsoName { get; set; }

    private readonly Dictionary<string, string> _addresses = new(StringComparer.Ordinal);

    /// <summary>The actor's email address or telephone number, whether or not an account has it; made up on first mention.</summary>
    internal string AddressOf(string medium, RunNames names) =>
        Identifiers.TryGetValue(medium, out var own) || _addresses.TryGetValue(medium, out own) ? own : _addresses[medium] = names.Address(medium, Name);

    /// <summary>Devices that the account had before the scenario began (a ready account's own); never asserted on, never removed.</summary>
    public HashSet<string> EarlierDevices { get; } = new(StringComparer.Ordinal);
}
