using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Pushers;

/// <summary>Lists the user's pushers.</summary>
internal sealed class GetPushers(PusherStore pushers) : SimpleOperation("getPushers")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => Reply.Ok(new JsonObject
    {
        ["pushers"] = new JsonArray([.. pushers.Of(call.RequiredCaller.Account).Select(pusher => pusher.Json.DeepClone())]),
    });
}
