using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;

namespace Conformance.ReferenceServer.Operations;

/// <summary>Publishes the key by which the homeserver signs, for identity servers to check it.</summary>
internal class GetServerKey(HomeserverKey key, ReferenceServerOptions options) : SimpleOperation("getServerKey")
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(1);

    /// <inheritdoc/>
    public override string Api => "server-server";

    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var body = new JsonObject
        {
            ["server_name"] = options.ServerName,
            ["valid_until_ts"] = (options.Clock.GetUtcNow() + Validity).ToUnixTimeMilliseconds(),
            ["verify_keys"] = new JsonObject { [key.Id] = new JsonObject { ["key"] = key.PublicKey } },
            ["old_verify_keys"] = new JsonObject(),
        };
        key.Sign(body);
        return Reply.Ok(body);
    }
}
