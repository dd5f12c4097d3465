using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-01.</summary>
internal sealed class CrossSigningKeysAreReplacedFreely()
    : PartFault<UploadCrossSigningKeys, CrossSigningKeysAreReplacedFreely.Faulty>("UIA-01", "Cross-signing keys are replaced without authentication.")
{
    internal sealed class Faulty(UiaEngine engine, CrossSigningKeyStore store) : UploadCrossSigningKeys(engine, store)
    {
        public override bool NeedsAuthentication(Call call) => false;
    }
}
