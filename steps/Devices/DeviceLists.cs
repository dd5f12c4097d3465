using System.Text.Json;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Devices;

/// <summary>Asks for the devices of accounts.</summary>
/// <param name="scene">The scenario.</param>
public sealed class DeviceLists(Scene scene)
{
    /// <summary>The devices of an account, asked for with any of its sessions that is still accepted, and the exchange that lists
    /// them.</summary>
    /// <exception cref="ViolationException">None is accepted.</exception>
    public async Task<(Exchange Exchange, IReadOnlyList<(string Id, string? Name)> Devices)> OfAsync(Actor actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (exchange, session, devices) = await TryAsync(actor);
        return session is not null
            ? (exchange!, devices)
            : throw scene.Violation(
                $"{actor.Name} can list the devices", exchange is null ? $"{actor.Name} has no session" : exchange.Outcome, exchange);
    }

    /// <summary>The same, and the session that was accepted; null where none was: the exchange is then the last refusal.</summary>
    internal async Task<(Exchange? Exchange, Session? Session, IReadOnlyList<(string Id, string? Name)> Devices)> TryAsync(Actor actor)
    {
        Exchange? exchange = null;
        foreach (var session in actor.Sessions.Values.ToList())
        {
            var caller = new CallerPhrase(CallerKind.Person, actor.Name, session.DeviceId);
            exchange = await scene.World.CallAsync(
                scene.Call(caller, scene.OperationOf(Operations.GetDevices), []), scene.Callers.Of(caller), scene.Role, scene.Cancellation);
            if (exchange.Response is { Status: 200 })
                return (exchange, session, Read(actor, exchange.Response.Json));
        }

        return (exchange, null, []);
    }

    /// <summary>Device ids in quotes, in their order; <c>none</c> where there are none.</summary>
    internal static string Join(IEnumerable<string> ids) =>
        string.Join(", ", ids.Order(StringComparer.Ordinal).Select(id => $"\"{id}\"")) is { Length: > 0 } list ? list : "none";

    // A device without a proper id is the schema's business, not a step's.
    private static IReadOnlyList<(string Id, string? Name)> Read(Actor actor, JsonElement? body) =>
        body?.Items("devices") is { } devices
            ? [.. devices
                .Where(device => device.ValueKind == JsonValueKind.Object)
                .Select(device => (Id: device.Text("device_id") ?? "(no id)", Name: device.Text("display_name")))
                .Where(device => !actor.EarlierDevices.Contains(device.Id))]
            : [];
}
