using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Accounts;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Tells whose access token it is.</summary>
internal class GetTokenOwner() : SimpleOperation("getTokenOwner")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var caller = call.RequiredCaller;
        var body = new JsonObject { ["user_id"] = UserId(caller), ["is_guest"] = IsGuest(caller.Account) };
        if (caller.DeviceId is not null)
        {
            body["device_id"] = caller.DeviceId;
        }

        return Reply.Ok(body);
    }

    /// <summary>Who the owner is said to be.</summary>
    protected virtual string UserId(Requester caller) => caller.Account.UserId;

    /// <summary>What is said of whether the owner is a guest.</summary>
    protected virtual bool IsGuest(Account account) => account.IsGuest;
}
