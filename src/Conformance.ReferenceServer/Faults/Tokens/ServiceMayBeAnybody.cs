using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates WHO-05.</summary>
internal sealed class ServiceMayBeAnybody()
    : PartFault<Authenticator, ServiceMayBeAnybody.Faulty>("WHO-05", "An application service may act as users outside its namespace.")
{
    internal sealed class Faulty(AuthenticatorParts parts) : Authenticator(parts)
    {
        private readonly AccountService _accounts = parts.Accounts;

        protected override Requester Assert(RequestTarget target) =>
            target.Query("user_id") is { } userId && _accounts.Find(userId) is { } account ? new Requester(account, DeviceId: null, IsApplicationService: true) : base.Assert(target);
    }
}
