using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>Gives new tokens for a refresh token. An access token, and whom it asserts to be, has no part in it.</summary>
internal sealed class Refresh(TokenService tokens) : SimpleOperation("refresh")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var body = new JsonObject();
        tokens.Refresh(call.Body.RequiredString("refresh_token")).AddTo(body);
        return Reply.Ok(body);
    }
}
