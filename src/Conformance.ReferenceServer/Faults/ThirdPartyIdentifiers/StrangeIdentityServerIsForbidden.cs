using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-03.</summary>
internal sealed class StrangeIdentityServerIsForbidden()
    : PartFault<TokenRequests, StrangeIdentityServerIsForbidden.Faulty>("RQT-03", "An identity server that is not trusted is refused with M_FORBIDDEN.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TokenRequests(parts)
    {
        protected override void CheckIdentityServer(string? idServer, string? accessToken)
        {
            if (idServer is not null && accessToken is not null)
            {
                throw MatrixException.Forbidden("The identity server is not trusted.");
            }
        }
    }
}
