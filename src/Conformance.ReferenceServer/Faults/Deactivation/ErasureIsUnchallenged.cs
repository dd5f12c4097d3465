using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-05.</summary>
internal sealed class ErasureIsUnchallenged()
    : PartFault<DeactivateAccount, ErasureIsUnchallenged.Faulty>("DEA-05", "A deactivation with erasure asks for no authentication.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, DeviceService devices, CrossSigningKeyStore crossSigning, AccountIdentifiers identifiers, Unbinding unbinding)
        : DeactivateAccount(engine, accounts, devices, crossSigning, identifiers, unbinding)
    {
        public override bool NeedsAuthentication(Call call) => call.Body.Boolean("erase") != true && base.NeedsAuthentication(call);
    }
}
