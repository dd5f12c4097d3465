using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-01.</summary>
internal sealed class RefreshGivesLifetimeAsText()
    : AnswerFault<Refresh>("REF-01", "The lifetime of a refreshed access token is a text.")
{
    protected override void Alter(JsonObject body, Call call) => body["expires_in_ms"] = "3600000";
}
