using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-12.</summary>
internal sealed class UnregisteredUserIsNotFound()
    : PartFault<Login, UnregisteredUserIsNotFound.Faulty>("APS-12", "A service that logs in as a user which it never registered is answered with M_NOT_FOUND.")
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
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Forbidden)
            {
                throw MatrixException.NotFound("There is no such user.");
            }
        }
    }
}
