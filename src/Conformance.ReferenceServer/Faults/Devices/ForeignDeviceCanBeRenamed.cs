using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-10.</summary>
internal sealed class ForeignDeviceCanBeRenamed()
    : PartFault<UpdateDevice, ForeignDeviceCanBeRenamed.Faulty>("DEV-10", "A device of another user can be renamed.")
{
    internal sealed class Faulty(DeviceService devices, AccountService accounts) : UpdateDevice(devices)
    {
        protected override Reply Unknown(Requester caller, string deviceId, string? displayName)
        {
            foreach (var account in accounts.All)
            {
                if (account.Devices.TryGetValue(deviceId, out var device))
                {
                    device.DisplayName = displayName;
                    return Reply.Done();
                }
            }

            return base.Unknown(caller, deviceId, displayName);
        }
    }
}
