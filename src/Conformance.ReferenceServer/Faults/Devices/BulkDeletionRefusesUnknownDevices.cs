using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-19.</summary>
internal sealed class BulkDeletionRefusesUnknownDevices()
    : PartFault<DeleteDevices, BulkDeletionRefusesUnknownDevices.Faulty>("DEV-19", "Several devices are not deleted if the user does not have one of them.")
{
    internal sealed class Faulty(UiaEngine engine, DeviceService devices) : DeleteDevices(engine, devices)
    {
        protected override void CheckBeforeDeletion(Account owner, IReadOnlyList<string> deviceIds)
        {
            if (deviceIds.Any(deviceId => !owner.Devices.ContainsKey(deviceId)))
            {
                throw MatrixException.NotFound("The user has no device of this ID.");
            }
        }
    }
}
