using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-08.</summary>
internal sealed class DeactivationLeavesRefreshTokens()
    : PartFault<DeactivateAccount, DeactivationLeavesRefreshTokens.Faulty>("DEA-08", "A refresh token survives the deactivation of its account.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, DeviceService devices, CrossSigningKeyStore crossSigning, AccountIdentifiers identifiers, Unbinding unbinding)
        : DeactivateAccount(engine, accounts, devices, crossSigning, identifiers, unbinding)
    {
        protected override void EndSessions(Account account)
        {
        }
    }
}
