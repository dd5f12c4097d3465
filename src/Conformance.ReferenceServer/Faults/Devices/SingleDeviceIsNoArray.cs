using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Devices;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-01.</summary>
internal sealed class SingleDeviceIsNoArray()
    : PartFault<DeviceRepresentation, SingleDeviceIsNoArray.Faulty>("DEV-01", "A list of one device is that device, and no array.")
{
    internal sealed class Faulty : DeviceRepresentation
    {
        public override JsonObject List(IReadOnlyList<Device> devices) =>
            devices is [var only] ? new JsonObject { ["devices"] = Listed(only) } : base.List(devices);
    }
}
