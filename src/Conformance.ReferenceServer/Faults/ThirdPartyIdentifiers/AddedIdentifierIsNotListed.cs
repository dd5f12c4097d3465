using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-08.</summary>
internal sealed class AddedIdentifierIsNotListed()
    : AnswerFault<GetAccount3Pids>("TPI-08", "Identifiers that were added are not listed.")
{
    protected override void Alter(JsonObject body, Call call) => body["threepids"] = new JsonArray();
}
