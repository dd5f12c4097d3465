using System.Collections.Concurrent;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.Tokens;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-17.</summary>
internal sealed class ForeignDeviceCanBeDeleted()
    : PartFault<DeviceService, ForeignDeviceCanBeDeleted.Faulty>("DEV-17", "Deleting a device ID that the user never had deletes the devices of this ID of all others.")
{
    internal sealed class Faulty(TokenService tokens, DeviceKeyStore keys, ReferenceServerOptions options, AccountService accounts)
        : DeviceService(tokens, keys, options)
    {
        // Who deletes a device of their own twice harms nobody: otherwise users that share a device ID by chance would come to harm too.
        private readonly ConcurrentDictionary<(string UserId, string DeviceId), bool> _own = [];

        public override void Delete(Account owner, string deviceId)
        {
            if (owner.Devices.ContainsKey(deviceId))
            {
                _own[(owner.UserId, deviceId)] = true;
            }

            if (_own.ContainsKey((owner.UserId, deviceId)))
            {
                base.Delete(owner, deviceId);
                return;
            }

            foreach (var account in accounts.All)
            {
                base.Delete(account, deviceId);
            }
        }
    }
}
