using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-07.</summary>
internal sealed class UnknownDeviceIsForbidden()
    : PartFault<GetDevice, UnknownDeviceIsForbidden.Faulty>("DEV-07", "A device that the user does not have is forbidden instead of not found.")
{
    internal sealed class Faulty(
        DeviceService devices, DeviceRepresentation representation)
        : GetDevice(devices, representation)
    {
        protected override MatrixException NotFound() => MatrixException.Forbidden(base.NotFound().Message);
    }
}
