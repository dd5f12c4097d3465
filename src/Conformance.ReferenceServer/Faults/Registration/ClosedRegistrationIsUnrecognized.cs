using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-22.</summary>
internal sealed class ClosedRegistrationIsUnrecognized()
    : PartFault<Register, ClosedRegistrationIsUnrecognized.Faulty>("REG-22", "With registration closed a registration is refused with M_UNRECOGNIZED.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        protected override void CheckKind(string kind)
        {
            try
            {
                base.CheckKind(kind);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Forbidden)
            {
                throw new MatrixException(404, ErrorCodes.Unrecognized, "There is no such endpoint.");
            }
        }
    }
}
