using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-19.</summary>
internal sealed class UnbindingTellsNoResult()
    : PartFault<Unbind3Pid, UnbindingTellsNoResult.Faulty>("TPI-19", "The answer to an unbinding does not tell whether the identifier was unbound.")
{
    internal sealed class Faulty(
        IdentifierForms forms, Unbinding unbinding)
        : Unbind3Pid(forms, unbinding)
    {
        public override async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
        {
            _ = await base.HandleAsync(call, cancellationToken);
            return Reply.Done();
        }
    }
}
