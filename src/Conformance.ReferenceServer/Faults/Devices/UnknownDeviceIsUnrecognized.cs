using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-21.</summary>
internal sealed class UnknownDeviceIsUnrecognized()
    : PartFault<GetDevice, UnknownDeviceIsUnrecognized.Faulty>("DEV-21", "A device that the user does not have is answered like an unknown endpoint.")
{
    internal sealed class Faulty(
        DeviceService devices, DeviceRepresentation representation)
        : GetDevice(devices, representation)
    {
        protected override MatrixException NotFound() => new(404, ErrorCodes.Unrecognized, base.NotFound().Message);
    }
}
