using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Devices;

/// <summary>Writes devices as the device management API shows them (<c>definitions/client_device.yaml</c>).</summary>
internal static class DeviceRepresentation
{
    /// <summary>The response of the list.</summary>
    public static JsonObject List(IReadOnlyList<Device> devices) => new()
    {
        ["devices"] = new JsonArray([.. devices.Select(device => (JsonNode)Single(device))]),
    };

    /// <summary>A device, as it stands alone and in the list. An unknown name or time is absent.</summary>
    public static JsonObject Single(Device device)
    {
        var written = new JsonObject { ["device_id"] = device.Id };
        if (device.DisplayName is { } name)
        {
            written["display_name"] = name;
        }

        if (device.LastSeen is { } seen)
        {
            written["last_seen_ts"] = seen.At.ToUnixTimeMilliseconds();
            if (seen.Address is not null)
            {
                written["last_seen_ip"] = seen.Address;
            }
        }

        return written;
    }

}
