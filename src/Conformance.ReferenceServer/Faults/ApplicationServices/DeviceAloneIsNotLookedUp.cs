using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-04.</summary>
internal sealed class DeviceAloneIsNotLookedUp()
    : PartFault<Authenticator, DeviceAloneIsNotLookedUp.Faulty>("APS-04", "A service that names a device and no user acts as its own user on that device, which may be another's.")
{
    internal sealed class Faulty(AuthenticatorParts parts) : Authenticator(parts)
    {
        protected override Requester Assert(RequestTarget target) =>
            target.Query("user_id") is null && target.Query("device_id") is { } device
                ? base.Assert(RequestTarget.Parse("/")) with { DeviceId = device }
                : base.Assert(target);
    }
}
