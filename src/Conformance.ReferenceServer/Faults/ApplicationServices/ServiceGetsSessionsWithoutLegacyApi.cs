using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-09.</summary>
internal sealed class ServiceGetsSessionsWithoutLegacyApi()
    : PartFault<Register, ServiceGetsSessionsWithoutLegacyApi.Faulty>("APS-09", "Without the legacy API a service still gets sessions of the users that it registers.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override bool CanOpenSessions => true;
    }
}
