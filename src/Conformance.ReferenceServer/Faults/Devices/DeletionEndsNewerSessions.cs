using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-12.</summary>
internal sealed class DeletionEndsNewerSessions()
    : PartFault<DeviceService, DeletionEndsNewerSessions.Faulty>("DEV-12", "Deleting a device ends the sessions of the devices that are newer.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options)
        : DeviceService(tokens, keys, options)
    {
        public override void Delete(Account owner, string deviceId)
        {
            if (owner.Devices.TryGetValue(deviceId, out var deleted))
            {
                foreach (var newer in owner.Devices.Values.Where(device => device.Order > deleted.Order))
                {
                    Remove(owner, newer.Id, DeviceParts.AccessTokens);
                }
            }

            base.Delete(owner, deviceId);
        }
    }
}
