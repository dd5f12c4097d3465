using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-22.</summary>
internal sealed class UnknownUserIsNotFound()
    : PartFault<Login, UnknownUserIsNotFound.Faulty>("LOG-22", "A login of a user that does not exist is answered with 404.")
{
    internal sealed class Faulty(
        AccountService accounts, UserIdentifiers identifiers, LoginTokenService loginTokens, ServiceCredentials credentials, ApplicationServiceDirectory services,
        SessionService sessions, ReferenceServerOptions options)
        : Login(accounts, identifiers, loginTokens, credentials, services, sessions, options)
    {
        protected override Account ByPassword(RequestObject body) =>
            body.Object("identifier")?.String("user") is { } user && Identifiers.FindUser(user) is null
                ? throw MatrixException.NotFound("There is no such user.")
                : base.ByPassword(body);
    }
}
