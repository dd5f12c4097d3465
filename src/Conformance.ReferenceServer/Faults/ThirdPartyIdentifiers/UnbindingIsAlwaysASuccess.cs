using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-21.</summary>
internal sealed class UnbindingIsAlwaysASuccess()
    : PartFault<Unbind3Pid, UnbindingIsAlwaysASuccess.Faulty>("TPI-21", "An unbinding says that the identifier was unbound even if it never was bound.")
{
    internal sealed class Faulty(
        IdentifierForms forms, Unbinding unbinding)
        : Unbind3Pid(forms, unbinding)
    {
        public override async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
        {
            _ = await base.HandleAsync(call, cancellationToken);
            return Reply.Ok(new JsonObject { [Unbinding.Member] = "success" });
        }
    }
}
