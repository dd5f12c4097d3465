using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.ApplicationServices;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>The ways to log in.</summary>
internal sealed class GetLoginFlows(ApplicationServiceDirectory services, ReferenceServerOptions options) : SimpleOperation("getLoginFlows")
{
    /// <inheritdoc/>
    protected override Reply Answer(Call call)
    {
        if (!options.LegacyApi)
        {
            throw new MatrixException(404, ErrorCodes.Unrecognized, "There is no such endpoint.");
        }

        var flows = new JsonArray(
            new JsonObject { ["type"] = LoginTypes.Password },
            new JsonObject { ["type"] = LoginTypes.Token, ["get_login_token"] = true });
        if (options.SingleSignOn is { } provider)
        {
            flows.Add((JsonNode)new JsonObject { ["type"] = LoginTypes.SingleSignOn, ["identity_providers"] = Providers(provider) });
        }

        if (services.HasAny)
        {
            flows.Add((JsonNode)new JsonObject { ["type"] = LoginTypes.ApplicationService });
        }

        return Reply.Ok(new JsonObject { ["flows"] = flows });
    }

    /// <summary>The identity providers that a client can offer by name.</summary>
    private static JsonArray Providers(SingleSignOnProvider provider) =>
        [new JsonObject { ["id"] = provider.Id, ["name"] = provider.Name }];
}
