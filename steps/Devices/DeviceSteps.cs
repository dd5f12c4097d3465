using System.Text.Json;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Devices;

/// <summary>Steps that look at the devices of an account, with any of its sessions that is still accepted.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class DeviceSteps(Scene scene)
{
    /// <summary>The account has exactly these devices, in any order.</summary>
    [Then("{actor}'s devices are {devices}")]
    public async Task DevicesAre(ActorPhrase actor, DeviceListPhrase devices)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(devices);
        var (exchange, listed) = await DevicesOf(actor);
        var ids = listed.Select(device => device.Id).ToList();
        if (!ids.Order(StringComparer.Ordinal).SequenceEqual(devices.DeviceIds.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw scene.Violation($"{actor.Name}'s devices are {Join(devices.DeviceIds)}", Join(ids), exchange);
    }

    /// <summary>Each device of the table (<c>device</c>, <c>name</c>) is there and has this display name.</summary>
    [Then("{actor}'s devices are named:")]
    public async Task DevicesAreNamed(ActorPhrase actor, DataTable table)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(table);
        var (exchange, listed) = await DevicesOf(actor);
        var devices = new Comparison("devices");
        foreach (var row in table.Rows)
        {
            var id = scene.FillIn(row["device"]);
            var device = listed.FirstOrDefault(candidate => candidate.Id == id);
            if (device.Id is null)
            {
                devices.Add(true, $"{actor.Name} has the device \"{id}\"", () =>
                    new Deviation(id, $"the devices are {Join(listed.Select(candidate => candidate.Id))}", exchange));
            }
            else
            {
                devices.Add(device.Name != row["name"], $"the device \"{id}\" is named \"{row["name"]}\"", () =>
                    new Deviation(id, device.Name is null ? "it has no name" : $"it is named \"{device.Name}\"", exchange));
            }
        }

        scene.MustHold(devices);
    }

    private async Task<(Exchange Exchange, IReadOnlyList<(string Id, string? Name)> Devices)> DevicesOf(ActorPhrase phrase)
    {
        var actor = scene.World.Actor(phrase.Name);
        Exchange? exchange = null;
        foreach (var session in actor.Sessions.Values.ToList())
        {
            var caller = new CallerPhrase(CallerKind.Person, actor.Name, session.DeviceId);
            exchange = await scene.World.CallAsync(
                scene.Call(caller, scene.OperationOf(Operations.GetDevices), []), scene.Callers.Of(caller), scene.Role, scene.Cancellation);
            if (exchange.Response is { Status: 200 })
                return (exchange, Read(actor, exchange.Response.Json));
        }

        throw scene.Violation($"{actor.Name} can list the devices", exchange is null
            ? $"{actor.Name} has no session"
            : exchange.Outcome, exchange);
    }

    // A device without a proper id is the schema's business, not this step's.
    private static IReadOnlyList<(string Id, string? Name)> Read(Actor actor, JsonElement? body) =>
        body?.Items("devices") is { } devices
            ? [.. devices
                .Where(device => device.ValueKind == JsonValueKind.Object)
                .Select(device => (Id: device.Text("device_id") ?? "(no id)", Name: device.Text("display_name")))
                .Where(device => !actor.EarlierDevices.Contains(device.Id))]
            : [];

    private static string Join(IEnumerable<string> ids) =>
        string.Join(", ", ids.Order(StringComparer.Ordinal).Select(id => $"\"{id}\"")) is { Length: > 0 } list ? list : "none";
}
