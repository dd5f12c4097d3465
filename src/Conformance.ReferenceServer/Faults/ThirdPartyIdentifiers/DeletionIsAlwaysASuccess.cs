using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-18.</summary>
internal sealed class DeletionIsAlwaysASuccess()
    : PartFault<Delete3Pid, DeletionIsAlwaysASuccess.Faulty>("TPI-18", "A deletion says that the identifier was unbound even if it never was bound.")
{
    internal sealed class Faulty(
        IdentifierForms forms, AccountIdentifiers identifiers, Unbinding unbinding)
        : Delete3Pid(forms, identifiers, unbinding)
    {
        public override async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
        {
            _ = await base.HandleAsync(call, cancellationToken);
            return Reply.Ok(new JsonObject { [Unbinding.Member] = "success" });
        }
    }
}
