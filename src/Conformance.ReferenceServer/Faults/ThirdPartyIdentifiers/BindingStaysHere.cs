using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-13.</summary>
internal sealed class BindingStaysHere()
    : PartFault<IdentityServers, BindingStaysHere.Faulty>("TPI-13", "A binding is not passed on to the identity server.")
{
    internal sealed class Faulty(IdentityHttp http, HomeserverKey key, ReferenceServerOptions options) : IdentityServers(http, key, options)
    {
        public override Task<ThirdPartyIdentifier?> BindAsync(IdentitySession session, string userId, CancellationToken cancellationToken) =>
            Task.FromResult<ThirdPartyIdentifier?>(null);
    }
}
