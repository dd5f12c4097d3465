using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-01.</summary>
internal sealed class DeactivationTellsNothing()
    : PartFault<DeactivateAccount, DeactivationTellsNothing.Faulty>("DEA-01", "A deactivation does not tell whether identifiers were unbound.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, DeviceService devices, CrossSigningKeyStore crossSigning, AccountIdentifiers identifiers, Unbinding unbinding)
        : DeactivateAccount(engine, accounts, devices, crossSigning, identifiers, unbinding)
    {
        public override async Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken)
        {
            _ = await base.PerformAsync(call, authenticated, cancellationToken);
            return Reply.Done();
        }
    }
}
