using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Whoami;

/// <summary>Violates WHO-01.</summary>
internal sealed class TokenOwnerIsNotNamed()
    : AnswerFault<GetTokenOwner>("WHO-01", "The owner of an access token is not named.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        body.Remove("user_id");
    }
}
