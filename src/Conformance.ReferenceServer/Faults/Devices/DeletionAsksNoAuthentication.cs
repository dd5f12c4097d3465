using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-11.</summary>
internal sealed class DeletionAsksNoAuthentication()
    : PartFault<DeleteDevice, DeletionAsksNoAuthentication.Faulty>("DEV-11", "A device is deleted without authentication.")
{
    internal sealed class Faulty(UiaEngine engine, DeviceService devices) : DeleteDevice(engine, devices)
    {
        public override bool NeedsAuthentication(Call call) => false;
    }
}
