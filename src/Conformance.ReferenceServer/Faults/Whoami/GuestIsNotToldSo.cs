using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Whoami;

/// <summary>Violates WHO-03.</summary>
internal sealed class GuestIsNotToldSo()
    : PartFault<GetTokenOwner, GuestIsNotToldSo.Faulty>("WHO-03", "A guest is said to be none.")
{
    internal sealed class Faulty() : GetTokenOwner()
    {
        protected override bool IsGuest(Account account) => false;
    }
}
