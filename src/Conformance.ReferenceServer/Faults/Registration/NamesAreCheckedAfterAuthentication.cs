using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Sessions;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-20.</summary>
internal sealed class NamesAreCheckedAfterAuthentication()
    : PartFault<Register, NamesAreCheckedAfterAuthentication.Faulty>("REG-20", "A name that cannot be had is refused only after authentication.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountService accounts, UsernamePolicy usernames, ServiceCredentials credentials, SessionService sessions,
        AccountIdentifiers identifiers, ReferenceServerOptions options)
        : Register(engine, accounts, usernames, credentials, sessions, identifiers, options)
    {
        public override void Check(Call call)
        {
            if (call.Body.Has("auth") || IsForService(call.Body))
            {
                base.Check(call);
            }
        }
    }
}
