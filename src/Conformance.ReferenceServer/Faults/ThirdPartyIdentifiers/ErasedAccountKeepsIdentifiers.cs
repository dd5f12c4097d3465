using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates DEA-12.</summary>
internal sealed class ErasedAccountKeepsIdentifiers()
    : PartFault<AccountIdentifiers, ErasedAccountKeepsIdentifiers.Faulty>("DEA-12", "The identifiers of an account that is over stay taken.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : AccountIdentifiers(options)
    {
        public override void Free(Account account)
        {
        }
    }
}
