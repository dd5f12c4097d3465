using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates SSO-08.</summary>
internal sealed class SignOnTokenLogsNobodyIn()
    : PartFault<LoginTokenService, SignOnTokenLogsNobodyIn.Faulty>("SSO-08", "The login token of a single sign-on is not one that a login accepts.")
{
    internal sealed class Faulty(ReferenceServerOptions options) : LoginTokenService(options)
    {
        public override string IssueForSignOn(Account account) => OpaqueTokens.Create();
    }
}
