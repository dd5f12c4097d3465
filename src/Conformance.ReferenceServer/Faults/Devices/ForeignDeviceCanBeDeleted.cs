using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-17.</summary>
internal sealed class ForeignDeviceCanBeDeleted()
    : PartFault<DeviceService, ForeignDeviceCanBeDeleted.Faulty>("DEV-17", "A device of another user can be deleted.")
{
    internal sealed class Faulty(
        TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options, AccountService accounts)
        : DeviceService(tokens, keys, options)
    {
        public override void Delete(Account owner, string deviceId)
        {
            var holder = owner.Devices.ContainsKey(deviceId) ? owner : accounts.All.FirstOrDefault(account => account.Devices.ContainsKey(deviceId));
            base.Delete(holder ?? owner, deviceId);
        }
    }
}
