using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-18.</summary>
internal sealed class BulkDeletionAsksNoAuthentication()
    : PartFault<DeleteDevices, BulkDeletionAsksNoAuthentication.Faulty>("DEV-18", "Several devices are deleted without authentication.")
{
    internal sealed class Faulty(UiaEngine engine, DeviceService devices) : DeleteDevices(engine, devices)
    {
        public override bool NeedsAuthentication(Call call) => false;
    }
}
