using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-02.</summary>
internal sealed class LoginFlowWithoutType()
    : AnswerFault<GetLoginFlows>("LOG-02", "A login flow has no type.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        body["flows"]![1]!.AsObject().Remove("type");
    }
}
