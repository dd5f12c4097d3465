using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Faults.Whoami;

/// <summary>Violates WHO-02.</summary>
internal sealed class DeviceIsNotTold()
    : PartFault<GetTokenOwner, DeviceIsNotTold.Faulty>("WHO-02", "The device of an access token is not told.")
{
    internal sealed class Faulty() : GetTokenOwner()
    {
        protected override Reply Answer(Call call) =>
            Reply.Ok(new JsonObject { ["user_id"] = call.RequiredCaller.Account.UserId, ["is_guest"] = IsGuest(call.RequiredCaller.Account) });
    }
}
