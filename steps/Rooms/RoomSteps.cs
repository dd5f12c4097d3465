using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Rooms;

/// <summary>Steps about rooms. A room has a name in the feature; the id of the room <c>"kitchen"</c> is <c>{kitchen}</c>.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class RoomSteps(Scene scene, CallMaker calls)
{
    /// <summary>The first person makes a room that everybody may join, where newcomers see what was said before; the second joins
    /// it.</summary>
    [Given("{actor} and {actor} are in the public room {string}")]
    public async Task AreInPublicRoom(ActorPhrase maker, ActorPhrase guest, string room)
    {
        Remember(room, await CallAsync(maker, Operations.CreateRoom, new JsonObject { ["preset"] = "public_chat" }), "room_id");
        await Joins(guest, room);
    }

    /// <summary>The person joins the room, which is public.</summary>
    [Given("{actor} joins {string}")]
    public Task Joins(ActorPhrase actor, string room) =>
        CallAsync(actor, Operations.JoinRoomById, new JsonObject { ["roomId"] = IdOf(room) });

    /// <summary>The person sends a text message. The event id of <c>"hello"</c> is <c>{hello}</c>.</summary>
    [Given("{actor} sends {string} in {string}")]
    public async Task Sends(ActorPhrase actor, string text, string room) =>
        Remember(text, await CallAsync(actor, Operations.SendMessage, new JsonObject
        {
            ["roomId"] = IdOf(room),
            ["eventType"] = "m.room.message",
            ["txnId"] = $"message-{scene.Record.Exchanges.Count}",
            ["msgtype"] = "m.text",
            ["body"] = text,
        }), "event_id");

    private string IdOf(string room) => scene.FillIn($"{{{room}}}");

    private Task<Exchange> CallAsync(ActorPhrase actor, string operation, JsonObject arguments)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var caller = new CallerPhrase(CallerKind.Person, actor.Name, null);
        return calls.MakeAsync(caller, calls.Call(caller, new OperationPhrase(operation), arguments));
    }

    private void Remember(string name, Exchange exchange, string member)
    {
        scene.World.Memory[name] = exchange.Response?.Json?.Text(member)
            ?? throw scene.Violation($"{exchange.Operation?.Id} gives a {member}", exchange.Outcome, exchange);
    }
}
