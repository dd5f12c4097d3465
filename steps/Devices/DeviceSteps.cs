using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Devices;

/// <summary>Steps that look at the devices of an account, with any of its sessions that is still accepted.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="lists">Asks for lists of devices.</param>
[Binding]
public sealed class DeviceSteps(Scene scene, DeviceLists lists)
{
    /// <summary>The account has exactly these devices, in any order.</summary>
    [Then("{actor}'s devices are {devices}")]
    public async Task DevicesAre(ActorPhrase actor, DeviceListPhrase devices)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(devices);
        var (exchange, listed) = await lists.OfAsync(scene.World.Actor(actor.Name));
        var ids = listed.Select(device => device.Id).ToList();
        if (!ids.Order(StringComparer.Ordinal).SequenceEqual(devices.DeviceIds.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw scene.Violation(Say(devices.DeviceIds), Say(ids), exchange);

        string Say(IEnumerable<string> some) => $"{actor.Name}'s devices are {DeviceLists.Join(some)}";
    }

    /// <summary>Each device of the table (<c>device</c>, <c>name</c>) is there and has this display name.</summary>
    [Then("{actor}'s devices are named:")]
    public async Task DevicesAreNamed(ActorPhrase actor, DataTable table)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(table);
        var (exchange, listed) = await lists.OfAsync(scene.World.Actor(actor.Name));
        var devices = new Comparison("devices");
        foreach (var row in table.Rows)
        {
            var id = scene.FillIn(row["device"]);
            var device = listed.FirstOrDefault(candidate => candidate.Id == id);
            if (device.Id is null)
            {
                devices.Add(true, $"{actor.Name} has the device \"{id}\"", () =>
                    new Deviation(id, $"the devices are {DeviceLists.Join(listed.Select(candidate => candidate.Id))}", exchange));
            }
            else
            {
                devices.Add(device.Name != row["name"], $"the device \"{id}\" is named \"{row["name"]}\"", () =>
                    new Deviation(id, device.Name is null ? "it has no name" : $"it is named \"{device.Name}\"", exchange));
            }
        }

        scene.MustHold(devices);
    }
}
