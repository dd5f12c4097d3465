using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-19.</summary>
internal sealed class ReservedNameIsInUse()
    : PartFault<Register, ReservedNameIsInUse.Faulty>("REG-19", "A name in an exclusive namespace is refused as a taken one.")
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
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.Exclusive && !IsForService(call.Body))
            {
                throw new MatrixException(400, ErrorCodes.UserInUse, "The user ID is taken.");
            }
        }
    }
}
