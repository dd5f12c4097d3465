using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-20.</summary>
internal sealed class UnbindingTakesTheIdentifier()
    : PartFault<Unbind3Pid, UnbindingTakesTheIdentifier.Faulty>("TPI-20", "What is unbound is taken from the account too.")
{
    internal sealed class Faulty(IdentifierForms forms, Unbinding unbinding, AccountIdentifiers identifiers) : Unbind3Pid(forms, unbinding)
    {
        public override async Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken)
        {
            var reply = await base.HandleAsync(call, cancellationToken);
            identifiers.Free(call.RequiredCaller.Account);
            return reply;
        }
    }
}
