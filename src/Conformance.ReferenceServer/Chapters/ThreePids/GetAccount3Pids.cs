using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.ThreePids;

/// <summary>Lists the identifiers that were added to the account.</summary>
internal sealed class GetAccount3Pids(AccountIdentifiers identifiers) : SimpleOperation("getAccount3PIDs")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => Reply.Ok(new JsonObject
    {
        ["threepids"] = new JsonArray([.. identifiers.Of(call.RequiredCaller.Account).Select(Describe)]),
    });

    /// <summary>How an identifier is shown.</summary>
    private static JsonObject Describe(AddedIdentifier added) => new()
    {
        ["medium"] = added.Identifier.Medium,
        ["address"] = added.Identifier.Address,
        ["validated_at"] = added.ValidatedAt.ToUnixTimeMilliseconds(),
        ["added_at"] = added.AddedAt.ToUnixTimeMilliseconds(),
    };
}
