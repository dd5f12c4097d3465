using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Devices;

/// <summary>Writes devices as the device management API shows them (<c>definitions/client_device.yaml</c>).</summary>
internal class DeviceRepresentation
{
    /// <summary>The response of the list.</summary>
    public virtual JsonObject List(IReadOnlyList<Device> devices) => new()
    {
        ["devices"] = new JsonArray([.. devices.Select(device => (JsonNode)Listed(device))]),
    };

    /// <summary>The response of a single device.</summary>
    public virtual JsonObject Single(Device device) => Write(device);

    /// <summary>A device in the list.</summary>
    protected virtual JsonObject Listed(Device device) => Write(device);

    /// <summary>A device.</summary>
    protected virtual JsonObject Write(Device device)
    {
        var written = new JsonObject { ["device_id"] = device.Id };
        AddName(written, device.DisplayName);
        if (device.LastSeen is { } seen)
        {
            written["last_seen_ts"] = Timestamp(seen.At);
            if (seen.Address is not null)
            {
                written["last_seen_ip"] = seen.Address;
            }
        }

        return written;
    }

    /// <summary>Adds the name, which is absent for a device without one.</summary>
    protected virtual void AddName(JsonObject written, string? name)
    {
        if (name is not null)
        {
            written["display_name"] = name;
        }
    }

    /// <summary>A point in time: milliseconds since the Unix epoch.</summary>
    protected virtual long Timestamp(DateTimeOffset at) => at.ToUnixTimeMilliseconds();
}
