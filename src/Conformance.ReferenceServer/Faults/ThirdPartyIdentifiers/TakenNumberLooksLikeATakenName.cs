using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-06.</summary>
internal sealed class TakenNumberLooksLikeATakenName()
    : PartFault<TokenRequests, TakenNumberLooksLikeATakenName.Faulty>("RQT-06", "A phone number that somebody has is refused for registration with M_USER_IN_USE.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TakenRefusedAsAName(parts, Media.Phone);
}
