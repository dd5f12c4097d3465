using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates WHO-05.</summary>
internal sealed class ServiceMayBeAnybody()
    : PartFault<Authenticator, ServiceMayBeAnybody.Faulty>("WHO-05", "An application service may act as users outside its namespace.")
{
    internal sealed class Faulty(TokenService tokens, AccountService accounts, DeviceService devices, ApplicationServiceDirectory services) : Authenticator(tokens, accounts, devices, services)
    {
        private readonly AccountService _accounts = accounts;

        protected override Requester Assert(RequestTarget target) =>
            target.Query("user_id") is { } userId && _accounts.Find(userId) is { } account ? new Requester(account, DeviceId: null, IsApplicationService: true) : base.Assert(target);
    }
}
