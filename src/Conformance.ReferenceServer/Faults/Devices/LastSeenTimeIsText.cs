using System.Globalization;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Devices;

namespace Conformance.ReferenceServer.Faults.Devices;

/// <summary>Violates DEV-03.</summary>
internal sealed class LastSeenTimeIsText()
    : PartFault<DeviceRepresentation, LastSeenTimeIsText.Faulty>("DEV-03", "The list tells as text when a device was last seen.")
{
    internal sealed class Faulty : DeviceRepresentation
    {
        protected override JsonObject Listed(Device device)
        {
            var shown = base.Listed(device);
            if (device.LastSeen is { } seen)
            {
                shown["last_seen_ts"] = Timestamp(seen.At).ToString(CultureInfo.InvariantCulture);
            }

            return shown;
        }
    }
}
