using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-10.</summary>
internal sealed class LoginGivesNoUserId()
    : AnswerFault<Operations.Login>("LOG-10", "A login does not say who has logged in.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        body.Remove("user_id");
    }
}
