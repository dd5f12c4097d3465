using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-24.</summary>
internal sealed class GuestGetsNoToken()
    : AnswerFault<Register>("REG-24", "The registration of a guest gives no access token.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        if (call.Target.Query("kind") == "guest")
        {
            body.Remove("access_token");
        }
    }
}
