using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-21.</summary>
internal sealed class WrongPasswordIsUnauthorized()
    : PartFault<Login, WrongPasswordIsUnauthorized.Faulty>("LOG-21", "A wrong password is answered with 401.")
{
    internal sealed class Faulty(
        AccountService accounts, UserIdentifiers identifiers, LoginTokenService loginTokens, ServiceCredentials credentials, ApplicationServiceDirectory services,
        SessionService sessions, ReferenceServerOptions options)
        : Login(accounts, identifiers, loginTokens, credentials, services, sessions, options)
    {
        protected override Account ByPassword(RequestObject body)
        {
            try
            {
                return base.ByPassword(body);
            }
            catch (MatrixException refusal) when (refusal.Status == 403 && body.Object("identifier")?.String("user") is { } user && Exists(user))
            {
                throw new MatrixException(401, refusal.ErrorCode, refusal.Message);
            }
        }

        private bool Exists(string user) => Identifiers.FindUser(user) is not null;
    }
}
