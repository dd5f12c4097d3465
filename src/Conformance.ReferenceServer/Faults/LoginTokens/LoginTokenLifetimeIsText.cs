using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LGT-01.</summary>
internal sealed class LoginTokenLifetimeIsText()
    : AnswerFault<GenerateLoginToken>("LGT-01", "The lifetime of a login token is a text.")
{
    protected override void Alter(JsonObject body, Call call) => body["expires_in_ms"] = "120000";
}
