using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-16.</summary>
internal sealed class DeletionTellsNoResult()
    : PartFault<Delete3Pid, DeletionTellsNoResult.Faulty>("TPI-16", "The answer to a deletion does not tell whether the identifier was unbound.")
{
    internal sealed class Faulty(
        IdentifierForms forms, AccountIdentifiers identifiers, Unbinding unbinding)
        : Delete3Pid(forms, identifiers, unbinding)
    {
        public override async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
        {
            _ = await base.HandleAsync(call, cancellationToken);
            return Reply.Done();
        }
    }
}
