using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-17.</summary>
internal sealed class RegistrationOfKindUserIsUnchallenged()
    : PartFault<Register, RegistrationOfKindUserIsUnchallenged.Faulty>("REG-17", "A registration that says it is of the kind \"user\" succeeds without authentication.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        public override bool NeedsAuthentication(Call call) => base.NeedsAuthentication(call) && call.Target.Query("kind") is null;
    }
}
