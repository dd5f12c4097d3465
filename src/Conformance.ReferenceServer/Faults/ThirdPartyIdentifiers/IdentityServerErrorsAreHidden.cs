using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Keys;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-14.</summary>
internal sealed class IdentityServerErrorsAreHidden()
    : PartFault<IdentityServers, IdentityServerErrorsAreHidden.Faulty>("TPI-14", "An error of the identity server at a binding becomes M_UNKNOWN.")
{
    internal sealed class Faulty(IdentityHttp http, HomeserverKey key, ReferenceServerOptions options) : IdentityServers(http, key, options)
    {
        public override async Task<ThirdPartyIdentifier?> BindAsync(IdentitySession session, string userId, CancellationToken cancellationToken)
        {
            try
            {
                return await base.BindAsync(session, userId, cancellationToken);
            }
            catch (MatrixException refusal) when (refusal.Status < 500)
            {
                throw new MatrixException(400, ErrorCodes.Unknown, "The identity server refused it.");
            }
        }
    }
}
