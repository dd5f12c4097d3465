using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-23.</summary>
internal sealed class GuestsAreChallenged()
    : PartFault<Register, GuestsAreChallenged.Faulty>("REG-23", "A guest is neither let in nor refused, but asked to authenticate.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
            base.HandleAsync(call.Target.Query("kind") == "guest" ? call with { Target = RequestTarget.Parse("/") } : call, cancellationToken);
    }
}
