using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-25.</summary>
internal sealed class GuestCanInhibitTheLogin()
    : AnswerFault<Register>("REG-25", "The registration of a guest heeds inhibit_login.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        if (call.Target.Query("kind") == "guest" && call.Body.Boolean("inhibit_login") == true)
        {
            body.Remove("access_token");
            body.Remove("device_id");
        }
    }
}
