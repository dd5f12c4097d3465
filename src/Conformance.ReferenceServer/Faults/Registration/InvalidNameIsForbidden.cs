using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-09.</summary>
internal sealed class InvalidNameIsForbidden()
    : PartFault<Register, InvalidNameIsForbidden.Faulty>("REG-09", "A name outside the grammar is refused with 403.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        public override void Check(Call call)
        {
            try
            {
                base.Check(call);
            }
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.InvalidUsername)
            {
                throw MatrixException.Forbidden("The name is not allowed.");
            }
        }
    }
}
