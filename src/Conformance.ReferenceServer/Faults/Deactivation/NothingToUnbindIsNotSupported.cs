using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-02.</summary>
internal sealed class NothingToUnbindIsNotSupported()
    : AnswerFault<DeactivateAccount>("DEA-02", "A deactivation of an account without identifiers says no-support.")
{
    protected override void Alter(JsonObject body, Call call) => body[Unbinding.Member] = "no-support";
}
