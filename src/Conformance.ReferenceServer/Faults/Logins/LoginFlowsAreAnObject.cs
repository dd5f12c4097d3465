using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-01.</summary>
internal sealed class LoginFlowsAreAnObject()
    : AnswerFault<GetLoginFlows>("LOG-01", "The login flows are an object.")
{
    protected override void Alter(JsonObject body, Call call) => body["flows"] = new JsonObject();
}
