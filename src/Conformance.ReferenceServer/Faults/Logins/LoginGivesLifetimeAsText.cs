using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-12.</summary>
internal sealed class LoginGivesLifetimeAsText()
    : AnswerFault<Operations.Login>("LOG-12", "The lifetime that a login gives is a text.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        if (body.ContainsKey("expires_in_ms"))
        {
            body["expires_in_ms"] = "3600000";
        }
    }
}
