using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.LoginTokens;

/// <summary>Violates LGT-07.</summary>
internal sealed class LoginTokenLivesAnHour()
    : AnswerFault<GenerateLoginToken>("LGT-07", "A login token is said to live for an hour.")
{
    protected override void Alter(JsonObject body, Call call) => body["expires_in_ms"] = 3_600_000;
}
