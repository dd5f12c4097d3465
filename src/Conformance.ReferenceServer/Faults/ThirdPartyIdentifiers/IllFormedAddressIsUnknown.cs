using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-23.</summary>
internal sealed class IllFormedAddressIsUnknown()
    : PartFault<TokenRequests, IllFormedAddressIsUnknown.Faulty>("RQT-23", "What is no email address is refused with M_UNKNOWN.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TokenRequests(parts)
    {
        protected override ThirdPartyIdentifier Canonical(string? country, string address)
        {
            try
            {
                return base.Canonical(country, address);
            }
            catch (MatrixException refusal) when (country is null)
            {
                throw new MatrixException(400, ErrorCodes.Unknown, refusal.Message);
            }
        }
    }
}
