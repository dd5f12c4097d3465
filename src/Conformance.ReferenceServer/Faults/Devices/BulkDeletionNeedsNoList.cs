using Conformance.ReferenceServer.Devices;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-20.</summary>
internal sealed class BulkDeletionNeedsNoList()
    : PartFault<DeleteDevices, BulkDeletionNeedsNoList.Faulty>("DEV-20", "A request that lists no devices is taken for one that lists none.")
{
    internal sealed class Faulty(UiaEngine engine, DeviceService devices) : DeleteDevices(engine, devices)
    {
        protected override IReadOnlyList<string> ReadDevices(RequestObject body)
        {
            try
            {
                return base.ReadDevices(body);
            }
            catch (MatrixException)
            {
                return [];
            }
        }
    }
}
