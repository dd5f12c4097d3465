using System.Text.Json.Nodes;
using Conformance.ReferenceServer.ApplicationServices;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.SingleSignOn;

/// <summary>Violates LOG-06.</summary>
internal sealed class IdentityProviderWithoutName()
    : PartFault<GetLoginFlows, IdentityProviderWithoutName.Faulty>("LOG-06", "An identity provider is listed without its name.")
{
    internal sealed class Faulty(ApplicationServiceDirectory services, ReferenceServerOptions options) : GetLoginFlows(services, options)
    {
        protected override JsonArray Providers(SingleSignOnProvider provider) => [new JsonObject { ["id"] = provider.Id }];
    }
}
