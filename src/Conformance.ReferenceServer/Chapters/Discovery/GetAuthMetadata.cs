using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Discovery;

/// <summary>Names the authorisation server that users log in at. That is another server; this one takes no part in its work.</summary>
internal sealed class GetAuthMetadata(ReferenceServerOptions options) : SimpleOperation(OperationIds.GetAuthMetadata)
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        var issuer = options.OAuthIssuer!.AbsoluteUri;
        var parent = issuer.EndsWith('/') ? issuer : $"{issuer}/";
        return Reply.Ok(new JsonObject
        {
            ["issuer"] = issuer,
            ["authorization_endpoint"] = $"{parent}authorize",
            ["token_endpoint"] = $"{parent}token",
            ["revocation_endpoint"] = $"{parent}revoke",
            ["registration_endpoint"] = $"{parent}register",
            ["response_types_supported"] = new JsonArray("code"),
            ["grant_types_supported"] = new JsonArray("authorization_code", "refresh_token"),
            ["response_modes_supported"] = new JsonArray("query", "fragment"),
            ["code_challenge_methods_supported"] = new JsonArray("S256"),
        });
    }
}
