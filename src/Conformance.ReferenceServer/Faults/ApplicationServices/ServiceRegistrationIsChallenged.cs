using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-05.</summary>
internal sealed class ServiceRegistrationIsChallenged()
    : PartFault<Register, ServiceRegistrationIsChallenged.Faulty>("APS-05", "A service that registers a user with a session must authenticate.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        public override bool NeedsAuthentication(Call call) =>
            base.NeedsAuthentication(call) || call.Body.Boolean("inhibit_login") != true;
    }
}
