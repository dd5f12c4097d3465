using Conformance.ReferenceServer.Accounts;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-07.</summary>
internal sealed class DeactivatedUserCanLogIn()
    : PartFault<AccountService, DeactivatedUserCanLogIn.Faulty>("DEA-07", "A deactivated account can be logged in to.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : AccountService(options)
    {
        public override void Deactivate(Account account)
        {
        }
    }
}
