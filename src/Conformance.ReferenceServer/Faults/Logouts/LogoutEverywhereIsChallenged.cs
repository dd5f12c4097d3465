using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logouts;

/// <summary>Violates LGO-07.</summary>
internal sealed class LogoutEverywhereIsChallenged()
    : AnswerFault<LogoutAll>("LGO-07", "A logout everywhere asks for further authentication.")
{
    protected override Reply After(Reply reply, Call call) =>
        Reply.OfJson(401, new JsonObject { ["flows"] = new JsonArray(new JsonObject { ["stages"] = new JsonArray("m.login.password") }), ["session"] = "session" });
}
