using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-05.</summary>
internal sealed class LoginTokenAbilityIsText()
    : AnswerFault<GetLoginFlows>("LOG-05", "Whether login tokens can be generated is a text.")
{
    protected override void Alter(JsonObject body, Call call) => body["flows"]![1]!["get_login_token"] = "yes";
}
