using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Devices;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-02.</summary>
internal sealed class UnseenDeviceIsListedWithoutId()
    : PartFault<DeviceRepresentation, UnseenDeviceIsListedWithoutId.Faulty>("DEV-02", "A device that was never seen is listed without its ID.")
{
    internal sealed class Faulty : DeviceRepresentation
    {
        protected override JsonObject Listed(Device device)
        {
            var shown = base.Listed(device);
            if (device.LastSeen is null)
            {
                shown.Remove("device_id");
            }

            return shown;
        }
    }
}
