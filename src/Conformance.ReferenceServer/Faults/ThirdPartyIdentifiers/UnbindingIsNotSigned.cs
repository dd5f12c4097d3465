using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-22.</summary>
internal sealed class UnbindingIsNotSigned()
    : PartFault<IdentityServers, UnbindingIsNotSigned.Faulty>("TPI-22", "Requests to unbind are not signed.")
{
    internal sealed class Faulty(IdentityHttp http, HomeserverKey key, ReferenceServerOptions options) : IdentityServers(http, key, options)
    {
        protected override AuthenticationHeaderValue? Sign(string idServer, string path, JsonObject body) => null;
    }
}
