using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-03.</summary>
internal sealed class LoggedOutDeviceStaysListed()
    : PartFault<DeviceService, LoggedOutDeviceStaysListed.Faulty>("LGO-03", "A device that was logged out stays in the list.")
{
    internal sealed class Faulty(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options) : DeviceService(tokens, keys, options)
    {
        public override void LogOut(Account owner, string deviceId) => Remove(owner, deviceId, DeviceParts.All & ~DeviceParts.Listing);
    }
}
