using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-09.</summary>
internal sealed class DevicesLoggedOutEverywhereStayListed()
    : PartFault<DeviceService, DevicesLoggedOutEverywhereStayListed.Faulty>("LGO-09", "The devices that were logged out everywhere stay in the list.")
{
    internal sealed class Faulty(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options) : DeviceService(tokens, keys, options)
    {
        public override void LogOutAll(Account owner, string? exceptDeviceId)
        {
            foreach (var deviceId in owner.Devices.Keys.Where(id => id != exceptDeviceId))
            {
                Remove(owner, deviceId, DeviceParts.All & ~DeviceParts.Listing);
            }
        }
    }
}
