using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Rules;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>What the specification lays down about keys ("Key management", "Cross-signing", "Key and signature security").</summary>
internal sealed record KeyRules : RuleSet
{
    /// <summary>
    /// Which calls that replace keys must be authenticated: those of users, not those by application services (UIA-01, APS-17).
    /// </summary>
    public Predicate<Call> ReplacementAuthenticates { get => Read(field); init; } = call => !call.RequiredCaller.IsApplicationService;

    /// <summary>Whether a one-time key is gone once it was given out: "each one-time key is returned at most once" (KEY-01).</summary>
    public bool KeysAreClaimedOnce { get => Read(field); init; } = true;

    /// <summary>Whether a fallback key is given where no one-time key is left (KEY-02).</summary>
    public bool FallbackKeysAreGiven { get => Read(field); init; } = true;

    /// <summary>Whether self-signing and user-signing keys "must be signed by" the master signing key (KEY-03).</summary>
    public bool ChecksSignatures { get => Read(field); init; } = true;

    /// <summary>Whether keys must be those of the user who uploads them (KEY-04).</summary>
    public bool ChecksOwner { get => Read(field); init; } = true;

    /// <summary>Whether there must be a master signing key (KEY-05).</summary>
    public bool NeedsMasterKey { get => Read(field); init; } = true;

    /// <summary>Whether a key may not be equal to the ID of one of the user's devices (KEY-06).</summary>
    public bool RefusesIdsOfDevices { get => Read(field); init; } = true;
}
