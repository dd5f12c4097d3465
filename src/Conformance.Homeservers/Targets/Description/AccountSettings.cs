using Conformance.Matrix.Actors;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>How the suite gets accounts on a homeserver. May hold secrets.</summary>
public sealed record AccountSettings
{
    /// <summary>How the suite gets the accounts.</summary>
    public AccountWay Way { get; init; }

    /// <summary>The accounts that are given to the suite; empty if it makes them.</summary>
    public IReadOnlyList<Account> Ready { get; init; } = [];
}
