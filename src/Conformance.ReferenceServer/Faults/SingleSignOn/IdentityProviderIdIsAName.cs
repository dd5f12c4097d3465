using System.Text.Json.Nodes;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates LOG-07.</summary>
internal sealed class IdentityProviderIdIsAName()
    : PartFault<GetLoginFlows, IdentityProviderIdIsAName.Faulty>("LOG-07", "The ID of an identity provider is a name with spaces.")
{
    internal sealed class Faulty(ApplicationServiceDirectory services, ReferenceServerOptions options) : GetLoginFlows(services, options)
    {
        protected override JsonArray Providers(SingleSignOnProvider provider) => [new JsonObject { ["id"] = provider.Name, ["name"] = provider.Name }];
    }
}
