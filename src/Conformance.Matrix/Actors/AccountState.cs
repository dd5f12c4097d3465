using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Actors;

/// <summary>What the suite knows of an account at one moment. Contains a secret.</summary>
/// <param name="Password">The password; null where the account has none, or there is no account.</param>
/// <param name="Devices">The ids of the devices that are logged in.</param>
/// <param name="ThreePids">The third-party identifiers.</param>
/// <param name="MasterKey">The id of the cross-signing master key; null where there is none.</param>
public sealed record AccountState(
    string? Password, IReadOnlyList<string> Devices, IReadOnlyList<ThreePid> ThreePids, string? MasterKey)
{
    /// <summary>An actor's account now.</summary>
    internal static AccountState Of(Actor actor) => new(
        actor.Account is { HasPassword: true } account ? account.Password : null,
        [.. actor.Sessions.Keys],
        [.. actor.ThreePids.Values],
        actor.MasterKey);
}
