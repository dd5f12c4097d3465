using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-04.</summary>
internal sealed class LoggedOutDeviceKeysSurvive()
    : PartFault<DeviceService, LoggedOutDeviceKeysSurvive.Faulty>("LGO-04", "The keys of a device that was logged out are still given.")
{
    internal sealed class Faulty(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options) : DeviceService(tokens, keys, options)
    {
        public override void LogOut(Account owner, string deviceId) => Remove(owner, deviceId, DeviceParts.All & ~DeviceParts.Keys);
    }
}
