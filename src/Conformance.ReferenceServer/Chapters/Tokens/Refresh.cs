using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>Exchanges a refresh token for new tokens. An access token, and the identity that it asserts, plays no part.</summary>
internal sealed class Refresh(TokenService tokens) : SimpleOperation(OperationIds.Refresh)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var body = new JsonObject();
        tokens.Refresh(call.Body.RequiredString("refresh_token")).AddTo(body);
        return Reply.Ok(body);
    }
}
