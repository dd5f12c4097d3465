using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-20.</summary>
internal sealed class TakenAddressCanBeAdded()
    : PartFault<TokenRequests, TakenAddressCanBeAdded.Faulty>("RQT-20", "A message is sent to add an email address that another account has.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TakenIgnoredForAddition(parts, Media.Email);
}
