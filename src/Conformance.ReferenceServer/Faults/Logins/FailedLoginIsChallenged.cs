using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-29.</summary>
internal sealed class FailedLoginIsChallenged()
    : AnswerFault<Operations.Login>("LOG-29", "A failed login is answered with flows.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        new MatrixException(refusal.Status, refusal.ErrorCode, refusal.Message)
        {
            Extras = new Dictionary<string, JsonNode> { ["flows"] = new JsonArray(new JsonObject { ["stages"] = new JsonArray(LoginTypes.Password) }) },
        };
}
