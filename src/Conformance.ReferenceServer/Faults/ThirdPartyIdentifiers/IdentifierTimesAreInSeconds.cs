using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-01.</summary>
internal sealed class IdentifierTimesAreInSeconds()
    : PartFault<GetAccount3Pids, IdentifierTimesAreInSeconds.Faulty>("TPI-01", "The times of identifiers are in seconds.")
{
    internal sealed class Faulty(AccountIdentifiers identifiers) : GetAccount3Pids(identifiers)
    {
        protected override JsonObject Describe(AddedIdentifier added)
        {
            var shown = base.Describe(added);
            shown["added_at"] = added.AddedAt.ToUnixTimeSeconds();
            shown["validated_at"] = added.ValidatedAt.ToUnixTimeSeconds();
            return shown;
        }
    }
}
