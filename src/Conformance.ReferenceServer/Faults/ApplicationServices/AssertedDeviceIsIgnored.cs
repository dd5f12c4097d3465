using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-02.</summary>
internal sealed class AssertedDeviceIsIgnored()
    : PartFault<Authenticator, AssertedDeviceIsIgnored.Faulty>("APS-02", "A service that names a device acts without one.")
{
    internal sealed class Faulty(
        TokenService tokens, AccountService accounts, DeviceService devices, ApplicationServiceDirectory services)
        : Authenticator(tokens, accounts, devices, services)
    {
        protected override Requester Assert(RequestTarget target) => base.Assert(target) with { DeviceId = null };
    }
}
