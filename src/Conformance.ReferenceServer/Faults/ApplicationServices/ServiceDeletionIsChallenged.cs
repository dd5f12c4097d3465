using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-15.</summary>
internal sealed class ServiceDeletionIsChallenged()
    : PartFault<DeleteDevice, ServiceDeletionIsChallenged.Faulty>("APS-15", "An application service must authenticate to delete a device.")
{
    internal sealed class Faulty(UiaEngine engine, DeviceService devices) : DeleteDevice(engine, devices)
    {
        public override bool NeedsAuthentication(Call call) => true;
    }
}
