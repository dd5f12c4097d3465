using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-12.</summary>
internal sealed class NamelessRegistrationIsRefused()
    : PartFault<Register, NamelessRegistrationIsRefused.Faulty>("REG-12", "A registration with a password and no name is refused.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        public override void Check(Call call)
        {
            base.Check(call);
            if (call.Body.Has("password") && !call.Body.Has("username"))
            {
                throw MatrixException.Missing("username");
            }
        }
    }
}
