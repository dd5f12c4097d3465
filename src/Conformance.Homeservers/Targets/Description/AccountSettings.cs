using Conformance.Matrix.Actors;

namespace Conformance.Homeservers.Targets.Description;

/// <summary>How the suite gets accounts on a homeserver. May hold secrets.</summary>
public sealed record AccountSettings
{
    /// <summary>The way.</summary>
    public AccountWay Way { get; init; }

    /// <summary>The accounts, where they are given.</summary>
    public IReadOnlyList<Account> Ready { get; init; } = [];
}
