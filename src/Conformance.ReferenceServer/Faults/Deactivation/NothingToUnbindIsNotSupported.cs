using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-02.</summary>
internal sealed class NothingToUnbindIsNotSupported()
    : PartFault<DeactivateAccount, NothingToUnbindIsNotSupported.Faulty>("DEA-02", "A deactivation of an account without identifiers says no-support.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, DeviceService devices, CrossSigningKeyStore crossSigning, AccountIdentifiers identifiers, Unbinding unbinding)
        : DeactivateAccount(engine, accounts, devices, crossSigning, identifiers, unbinding)
    {
        public override async Task<Reply> PerformAsync(Call call, Account? authenticated, CancellationToken cancellationToken)
        {
            _ = await base.PerformAsync(call, authenticated, cancellationToken);
            return Reply.Ok(new JsonObject { ["id_server_unbind_result"] = "no-support" });
        }
    }
}
