using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-29.</summary>
internal sealed class IllFormedNumberIsUnknown()
    : PartFault<TokenRequests, IllFormedNumberIsUnknown.Faulty>("RQT-29", "What is no phone number is refused with M_UNKNOWN.")
{
    internal sealed class Faulty(TokenRequestParts parts) : IllFormedRefusedAsUnknown(parts, Media.Phone);
}
