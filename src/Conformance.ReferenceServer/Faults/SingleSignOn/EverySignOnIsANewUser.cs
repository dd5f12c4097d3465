using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.SingleSignOn;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates SSO-10.</summary>
internal sealed class EverySignOnIsANewUser()
    : PartFault<SignOnAccounts, EverySignOnIsANewUser.Faulty>("SSO-10", "An identity of the provider is another user each time.")
{
    internal sealed class Faulty(
        AccountService accounts, ApplicationServiceDirectory services, ReferenceServerOptions options)
        : SignOnAccounts(accounts, services, options)
    {
        public override Account? Find(string identity) => null;
    }
}
