using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-08.</summary>
internal sealed class AddedIdentifierIsNotListed()
    : PartFault<GetAccount3Pids, AddedIdentifierIsNotListed.Faulty>("TPI-08", "Identifiers that were added are not listed.")
{
    internal sealed class Faulty(
        AccountIdentifiers identifiers)
        : GetAccount3Pids(identifiers)
    {
        protected override Reply Answer(Call call) => Reply.Ok(new JsonObject { ["threepids"] = new JsonArray() });
    }
}
