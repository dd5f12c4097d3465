using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-18.</summary>
internal sealed class TakenNameIsInvalid()
    : PartFault<Register, TakenNameIsInvalid.Faulty>("REG-18", "A taken name is refused as an invalid one.")
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
            catch (MatrixException refusal) when (refusal.ErrorCode == ErrorCodes.UserInUse)
            {
                throw new MatrixException(400, ErrorCodes.InvalidUsername, "The name is not available.");
            }
        }
    }
}
