using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-01.</summary>
internal sealed class CrossSigningKeysAreReplacedFreely()
    : AuthenticationFault<UploadCrossSigningKeys>("UIA-01", "Cross-signing keys are replaced without authentication.")
{
    protected override bool Challenges(Call call, UploadCrossSigningKeys operation) => false;
}
