using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-10.</summary>
internal sealed class UnknownAddressIsPlainlyNotFound()
    : PartFault<TokenRequests, UnknownAddressIsPlainlyNotFound.Faulty>("RQT-10", "A password reset for an address of nobody gives 404 M_NOT_FOUND.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TokenRequests(parts)
    {
        protected override MatrixException NotFound() => MatrixException.NotFound("No account has this identifier.");
    }
}
