using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Discovery;

/// <summary>Serves the discovery file, which points at the server itself.</summary>
internal sealed class GetWellknown(HomeserverAddress address) : SimpleOperation("getWellknown")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call) => Reply.Ok(new JsonObject
    {
        ["m.homeserver"] = new JsonObject { ["base_url"] = address.Text },
    });
}
