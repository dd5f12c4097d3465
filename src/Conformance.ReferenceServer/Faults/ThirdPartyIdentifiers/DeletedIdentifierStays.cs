using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-17.</summary>
internal sealed class DeletedIdentifierStays()
    : PartFault<Delete3Pid, DeletedIdentifierStays.Faulty>("TPI-17", "A deleted identifier stays on the account.")
{
    internal sealed class Faulty(IdentifierForms forms, AccountIdentifiers identifiers, Unbinding unbinding) : Delete3Pid(forms, identifiers, unbinding)
    {
        protected override void Take(Account account, ThirdPartyIdentifier identifier)
        {
        }
    }
}
