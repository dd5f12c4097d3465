using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-13.</summary>
internal sealed class ForeignUserIsForbidden()
    : PartFault<Login, ForeignUserIsForbidden.Faulty>("APS-13", "A service that logs in as a user outside its namespace is refused with M_FORBIDDEN.")
{
    internal sealed class Faulty(
        AccountService accounts, UserIdentifiers identifiers, LoginTokenService loginTokens, ServiceCredentials credentials,
        ApplicationServiceDirectory services, SessionService sessions, ReferenceServerOptions options)
        : Login(accounts, identifiers, loginTokens, credentials, services, sessions, options)
    {
        protected override Account ForService(Call call)
        {
            try
            {
                return base.ForService(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Exclusive)
            {
                throw MatrixException.Forbidden("The user is outside the namespace of the application service.");
            }
        }
    }
}
