using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-02.</summary>
internal sealed class AssertedDeviceIsIgnored()
    : PartFault<Authenticator, AssertedDeviceIsIgnored.Faulty>("APS-02", "A service that names a device acts without one.")
{
    internal sealed class Faulty(AuthenticatorParts parts) : Authenticator(parts)
    {
        protected override Requester Assert(RequestTarget target) => base.Assert(target) with { DeviceId = null };
    }
}
