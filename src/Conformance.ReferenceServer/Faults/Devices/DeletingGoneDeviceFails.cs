using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-13.</summary>
internal sealed class DeletingGoneDeviceFails()
    : PartFault<DeleteDevice, DeletingGoneDeviceFails.Faulty>("DEV-13", "Deleting a device that is gone already is answered with 404.")
{
    internal sealed class Faulty(UiaEngine engine, DeviceService devices) : DeleteDevice(engine, devices)
    {
        protected override void CheckBeforeDeletion(Account owner, string deviceId)
        {
            if (!owner.Devices.ContainsKey(deviceId))
            {
                throw MatrixException.NotFound("The user has no device of this ID.");
            }
        }
    }
}
