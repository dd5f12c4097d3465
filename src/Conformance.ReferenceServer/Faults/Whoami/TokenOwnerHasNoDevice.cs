using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Whoami;

/// <summary>Violates WHO-02.</summary>
internal sealed class TokenOwnerHasNoDevice()
    : AnswerFault<GetTokenOwner>("WHO-02", "The device of an access token is not named.")
{
    protected override void Alter(JsonObject body, Call call)
    {
        body.Remove("device_id");
    }
}
