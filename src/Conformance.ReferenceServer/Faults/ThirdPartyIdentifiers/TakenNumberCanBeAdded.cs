using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-26.</summary>
internal sealed class TakenNumberCanBeAdded()
    : PartFault<TokenRequests, TakenNumberCanBeAdded.Faulty>("RQT-26", "A message is sent to add a phone number that another account has.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TakenIgnoredForAddition(parts, Media.Phone);
}
