using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Sends messages to add identifiers of one medium that other accounts have.</summary>
internal abstract class TakenIgnoredForAddition(TokenRequestParts parts, string medium) : TokenRequests(parts)
{
    protected sealed override void CheckOwner(ThirdPartyIdentifier identifier, TokenPurpose purpose)
    {
        if (purpose != TokenPurpose.Addition || identifier.Medium != medium)
        {
            base.CheckOwner(identifier, purpose);
        }
    }
}
