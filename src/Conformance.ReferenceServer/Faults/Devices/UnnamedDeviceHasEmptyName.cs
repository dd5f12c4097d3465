using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Devices;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-04.</summary>
internal sealed class UnnamedDeviceHasEmptyName()
    : PartFault<DeviceRepresentation, UnnamedDeviceHasEmptyName.Faulty>("DEV-04", "A device without a name is shown with an empty one.")
{
    internal sealed class Faulty : DeviceRepresentation
    {
        protected override void AddName(JsonObject written, string? name) => base.AddName(written, name ?? "");
    }
}
