using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Actors;

/// <summary>A person of a scenario (<c>Alice</c>), with an account of their own and its sessions.</summary>
/// <param name="name">The name in the feature.</param>
public sealed class Actor(string name)
{
    private readonly Dictionary<Medium, ThreePid> _madeUp = [];

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

    /// <summary>The third-party identifiers that the account has, one for each medium.</summary>
    public Dictionary<Medium, ThreePid> ThreePids { get; } = [];

    /// <summary>The id of the account's cross-signing master key, a public key in unpadded Base64; null while it has none.</summary>
    public string? MasterKey { get; set; }

    /// <summary>The name at the single sign-on provider; null until the actor is known there.</summary>
    public string? SsoName { get; set; }

    /// <summary>The actor's email address or telephone number, whether or not an account has it; made up on first mention.</summary>
    internal ThreePid ThreePidOf(Medium medium, RunNames names) =>
        ThreePids.TryGetValue(medium, out var own) || _madeUp.TryGetValue(medium, out own)
            ? own
            : _madeUp[medium] = names.ThreePid(medium, Name);

    /// <summary>The actor's email addresses and telephone numbers that the scenario has spoken of.</summary>
    internal IEnumerable<ThreePid> Mentioned => _madeUp.Values.Concat(ThreePids.Values);

    /// <summary>Devices that the account had before the scenario began (a ready account's own); never asserted on, never removed.</summary>
    public HashSet<string> EarlierDevices { get; } = new(StringComparer.Ordinal);
}
