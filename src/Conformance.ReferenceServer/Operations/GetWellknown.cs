using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Fallback;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Operations;

/// <summary>The discovery file, which points at the server itself.</summary>
internal class GetWellknown(HomeserverAddress address) : SimpleOperation("getWellknown")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => Reply.Ok(new JsonObject
    {
        ["m.homeserver"] = new JsonObject { ["base_url"] = address.Text },
    });
}
