using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-13.</summary>
internal sealed class LoginGivesAWellKnownWithoutUrl()
    : AnswerFault<Operations.Login>("LOG-13", "A login tells of a homeserver that has no base URL.")
{
    protected override void Alter(JsonObject body, Call call) => body["well_known"] = new JsonObject { ["m.homeserver"] = new JsonObject() };
}
