using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Devices;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-02.</summary>
internal sealed class DeviceWithoutId()
    : PartFault<DeviceRepresentation, DeviceWithoutId.Faulty>("DEV-02", "A device that is asked for alone is shown without its ID.")
{
    internal sealed class Faulty : DeviceRepresentation
    {
        public override JsonObject Single(Device device)
        {
            var shown = base.Single(device);
            shown.Remove("device_id");
            return shown;
        }
    }
}
