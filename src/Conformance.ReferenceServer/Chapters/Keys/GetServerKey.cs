using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Keys;

/// <summary>Publishes the homeserver's signing key, so that identity servers can verify its signatures.</summary>
internal sealed class GetServerKey(HomeserverKey key, ReferenceServerOptions options) : SimpleOperation("getServerKey", "server-server")
{
    private static readonly TimeSpan Validity = TimeSpan.FromDays(1);

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
