using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-11.</summary>
internal sealed class ServiceLogsInAsItself()
    : PartFault<Login, ServiceLogsInAsItself.Faulty>("APS-11", "A service that logs in as one of its users gets a session of its own user.")
{
    internal sealed class Faulty(
        AccountService accounts, UserIdentifiers identifiers, LoginTokenService loginTokens, ServiceCredentials credentials,
        ApplicationServiceDirectory services, SessionService sessions, ReferenceServerOptions options)
        : Login(accounts, identifiers, loginTokens, credentials, services, sessions, options)
    {
        protected override Account ForService(Call call)
        {
            _ = base.ForService(call);
            return Accounts.Find(Services.SenderUserId!)!;
        }
    }
}
