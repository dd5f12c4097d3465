using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Push;

/// <summary>Steps about push notifications.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class PusherSteps(Scene scene, CallMaker calls)
{
    /// <summary>The session on this device has set a pusher. Its pushkey is <c>{pushkey}</c>.</summary>
    [Given("{actor} has a pusher on {string}")]
    public Task HasPusher(ActorPhrase actor, string device)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var key = scene.FillIn("{fresh.device.pusher}");
        scene.World.Memory["pushkey"] = key;
        var caller = new CallerPhrase(CallerKind.Person, actor.Name, scene.FillIn(device));
        return calls.MakeAsync(caller, calls.Call(caller, new OperationPhrase(Operations.PostPusher), new JsonObject
        {
            ["kind"] = "http",
            ["app_id"] = "org.example.conformance",
            ["pushkey"] = key,
            ["app_display_name"] = "Conformance",
            ["device_display_name"] = "Laptop",
            ["lang"] = "en",
            ["data"] = new JsonObject { ["url"] = "https://push.example.org/_matrix/push/v1/notify" },
        }));
    }
}
