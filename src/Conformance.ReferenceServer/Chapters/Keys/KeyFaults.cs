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
        new("cross-signing-keys-are-replaced-freely", "UIA-01", "Cross-signing keys are replaced without authentication.",
            Rule<KeyRules>(rules => rules with { ReplacementAuthenticates = _ => false })),
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
