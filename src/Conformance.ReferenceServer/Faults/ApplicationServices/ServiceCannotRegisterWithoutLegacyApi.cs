using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-08.</summary>
internal sealed class ServiceCannotRegisterWithoutLegacyApi()
    : PartFault<Register, ServiceCannotRegisterWithoutLegacyApi.Faulty>("APS-08", "Without the legacy API nobody can register, services included.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        public override Task<Reply> HandleAsync(Call call, CancellationToken cancellationToken) =>
            CanOpenSessions ? base.HandleAsync(call, cancellationToken) : throw new MatrixException(404, ErrorCodes.Unrecognized, "There is no such endpoint.");
    }
}
