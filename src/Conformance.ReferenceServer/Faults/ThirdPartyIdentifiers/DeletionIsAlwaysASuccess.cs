using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-18.</summary>
internal sealed class DeletionIsAlwaysASuccess()
    : AnswerFault<Delete3Pid>("TPI-18", "A deletion says that the identifier was unbound even if it never was bound.")
{
    protected override void Alter(JsonObject body, Call call) => body[Unbinding.Member] = "success";
}
