using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Lists the user's third-party identifiers. None can be added yet.</summary>
internal class GetAccount3Pids() : SimpleOperation("getAccount3PIDs")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => Reply.Ok(new JsonObject { ["threepids"] = new JsonArray() });
}
