using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Faults of keys.</summary>
internal static class KeyFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("claimed-key-is-kept", "KEY-01", "A one-time key is given out again and again.",
            Rule<KeyRules>(rules => rules with { KeysAreClaimedOnce = false })),
        new("claims-at-the-same-time-get-the-same-key", "KEY-01", "Of a key that two clients claim at the same time each gets a copy.",
            Overlapping("claimKeys", call => call.Body.Element.GetRawText(), reply => reply)),
        new("cross-signing-keys-are-anybodys", "KEY-04", "Cross-signing keys may say that they are another user's.",
            Rule<KeyRules>(rules => rules with { ChecksOwner = false, ChecksSignatures = false })),
        new("cross-signing-keys-are-replaced-freely", "UIA-01", "Cross-signing keys are replaced without authentication.",
            Rule<KeyRules>(rules => rules with { ReplacementAuthenticates = _ => false })),
        new("cross-signing-keys-need-no-master", "KEY-05", "A self-signing key is taken although there is no master key.",
            Rule<KeyRules>(rules => rules with { NeedsMasterKey = false })),
        new("cross-signing-signatures-are-not-checked", "KEY-03", "A self-signing or user-signing key is taken whoever signed it.",
            Rule<KeyRules>(rules => rules with { ChecksSignatures = false })),
        new("fallback-key-is-not-given", "KEY-02", "A claim gives no fallback key.",
            Rule<KeyRules>(rules => rules with { FallbackKeysAreGiven = false })),
        new("key-may-be-a-device-id", "KEY-06", "A cross-signing key may be equal to the ID of a device.",
            Rule<KeyRules>(rules => rules with { RefusesIdsOfDevices = false })),
        new("service-must-authenticate-to-replace-keys", "APS-17",
            "An application service must authenticate to replace a cross-signing key.",
            Rule<KeyRules>(rules => rules with { ReplacementAuthenticates = _ => true })),
        new("service-keys-are-lost", "APS-17", "A service that uploads cross-signing keys is told that they are set, and they are not.",
            Instead("uploadCrossSigningKeys", call => call.RequiredCaller.IsApplicationService ? Reply.Done() : null)),
        new("service-keys-are-challenged", "APS-17",
            "An application service is asked to authenticate for its user's first cross-signing keys.",
            Response("uploadCrossSigningKeys", (reply, call) => call.RequiredCaller.IsApplicationService ? Reply.OfJson(401, []) : reply)),
    ];
}
