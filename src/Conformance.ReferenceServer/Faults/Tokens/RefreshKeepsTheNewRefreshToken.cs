using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-08.</summary>
internal sealed class RefreshKeepsTheNewRefreshToken()
    : AnswerFault<Refresh>("REF-08", "The new refresh token is kept back, and the old one revoked all the same.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        body.Remove("refresh_token");
    }
}
