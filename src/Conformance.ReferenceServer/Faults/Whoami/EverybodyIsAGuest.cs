using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Whoami;

/// <summary>Violates WHO-03.</summary>
internal sealed class EverybodyIsAGuest()
    : AnswerFault<GetTokenOwner>("WHO-03", "Every user is said to be a guest.")
{
    protected override void Alter(JsonObject body, Call call) => body["is_guest"] = true;
}
