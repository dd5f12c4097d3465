using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-16.</summary>
internal sealed class ServiceBulkDeletionIsChallenged()
    : PartFault<DeleteDevices, ServiceBulkDeletionIsChallenged.Faulty>("APS-16", "An application service must authenticate to delete several devices.")
{
    internal sealed class Faulty(UiaEngine engine, DeviceService devices) : DeleteDevices(engine, devices)
    {
        public override bool NeedsAuthentication(Call call) => true;
    }
}
