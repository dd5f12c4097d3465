using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-11.</summary>
internal sealed class LoginGivesTheLocalpart()
    : AnswerFault<Operations.Login>("LOG-11", "A login gives the localpart in place of the user ID.")
{
    protected override void Alter(JsonObject body, Call call) => body["user_id"] = body["user_id"]!.GetValue<string>().Split(':')[0];
}
