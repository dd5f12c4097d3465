using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-10.</summary>
internal sealed class ServiceLoginIsUnrecognised()
    : PartFault<Login, ServiceLoginIsUnrecognised.Faulty>("APS-10", "Without the legacy API the login of a service is refused as an unknown endpoint.")
{
    internal sealed class Faulty(
        AccountService accounts, UserIdentifiers identifiers, LoginTokenService loginTokens, ServiceCredentials credentials,
        ApplicationServiceDirectory services, SessionService sessions, ReferenceServerOptions options)
        : Login(accounts, identifiers, loginTokens, credentials, services, sessions, options)
    {
        protected override MatrixException WithoutLegacyApi(string type) => new(404, ErrorCodes.Unrecognized, "There is no such endpoint.");
    }
}
