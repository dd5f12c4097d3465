using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-02.</summary>
internal sealed class TakenAddressLooksLikeATakenName()
    : PartFault<TokenRequests, TakenAddressLooksLikeATakenName.Faulty>("RQT-02", "An email address that somebody has is refused for registration with M_USER_IN_USE.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TakenRefusedAsAName(parts, Media.Email);
}
