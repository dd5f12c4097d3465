using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-23.</summary>
internal sealed class UnknownKindIsAGuest()
    : PartFault<Register, UnknownKindIsAGuest.Faulty>("REG-23", "An account of a kind that does not exist is made as a guest.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
            call.Target.Query("kind") is not (null or "user" or "guest") ? Task.FromResult(RegisterGuest(call.Body)) : base.HandleAsync(call, cancellationToken);
    }
}
