using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-20.</summary>
internal sealed class TakenAddressCanBeAdded()
    : PartFault<TokenRequests, TakenAddressCanBeAdded.Faulty>("RQT-20", "A message is sent to add an email address that another account has.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TokenRequests(parts)
    {
        protected override void CheckOwner(ThirdPartyIdentifier identifier, TokenPurpose purpose)
        {
            if (purpose != TokenPurpose.Addition || identifier.Medium != Media.Email)
            {
                base.CheckOwner(identifier, purpose);
            }
        }
    }
}
