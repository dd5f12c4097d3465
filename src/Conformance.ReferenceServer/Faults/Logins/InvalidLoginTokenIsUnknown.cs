using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-26.</summary>
internal sealed class InvalidLoginTokenIsUnknown()
    : PartFault<Login, InvalidLoginTokenIsUnknown.Faulty>("LOG-26", "An invalid login token is answered like an unknown access token.")
{
    internal sealed class Faulty(
        AccountService accounts, UserIdentifiers identifiers, LoginTokenService loginTokens, ServiceCredentials credentials, ApplicationServiceDirectory services,
        SessionService sessions, ReferenceServerOptions options)
        : Login(accounts, identifiers, loginTokens, credentials, services, sessions, options)
    {
        protected override Account ByToken(RequestObject body)
        {
            try
            {
                return base.ByToken(body);
            }
            catch (MatrixException refusal) when (refusal.Status == 403)
            {
                throw MatrixException.UnknownToken(refusal.Message);
            }
        }
    }
}
