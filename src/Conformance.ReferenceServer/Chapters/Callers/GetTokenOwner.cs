using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Callers;

/// <summary>Tells a client who owns its access token.</summary>
internal sealed class GetTokenOwner() : SimpleOperation(OperationIds.GetTokenOwner)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;
        var body = new JsonObject { ["user_id"] = caller.Account.UserId, ["is_guest"] = caller.Account.IsGuest };
        if (caller.DeviceId is not null)
        {
            body["device_id"] = caller.DeviceId;
        }

        return Reply.Ok(body);
    }

}
