using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-29.</summary>
internal sealed class IllFormedNumberIsUnknown()
    : PartFault<TokenRequests, IllFormedNumberIsUnknown.Faulty>("RQT-29", "What is no phone number is refused with M_UNKNOWN.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TokenRequests(parts)
    {
        protected override ThirdPartyIdentifier Canonical(string? country, string address)
        {
            try
            {
                return base.Canonical(country, address);
            }
            catch (MatrixException refusal) when (country is not null)
            {
                throw new MatrixException(400, ErrorCodes.Unknown, refusal.Message);
            }
        }
    }
}
