using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-23.</summary>
internal sealed class IllFormedAddressIsUnknown()
    : PartFault<TokenRequests, IllFormedAddressIsUnknown.Faulty>("RQT-23", "What is no email address is refused with M_UNKNOWN.")
{
    internal sealed class Faulty(TokenRequestParts parts) : IllFormedRefusedAsUnknown(parts, Media.Email);
}
