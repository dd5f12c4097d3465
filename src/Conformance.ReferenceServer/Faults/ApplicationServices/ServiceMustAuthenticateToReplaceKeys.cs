using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-17.</summary>
internal sealed class ServiceMustAuthenticateToReplaceKeys()
    : PartFault<UploadCrossSigningKeys, ServiceMustAuthenticateToReplaceKeys.Faulty>("APS-17", "An application service must authenticate to replace a cross-signing key.")
{
    internal sealed class Faulty(UiaEngine engine, CrossSigningKeyStore store) : UploadCrossSigningKeys(engine, store)
    {
        public override bool NeedsAuthentication(Call call) =>
            base.NeedsAuthentication(call) || (call.RequiredCaller.IsApplicationService && HasMasterKey(call.RequiredCaller.Account.UserId));
    }
}
