using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Refuses to register with identifiers of one medium that somebody has as it refuses a taken name.</summary>
internal abstract class TakenRefusedAsAName(TokenRequestParts parts, string medium) : TokenRequests(parts)
{
    protected sealed override void CheckOwner(ThirdPartyIdentifier identifier, TokenPurpose purpose)
    {
        if (purpose == TokenPurpose.Registration && identifier.Medium == medium && Identifiers.OwnerOf(identifier) is not null)
        {
            throw new MatrixException(400, ErrorCodes.UserInUse, "An account has this identifier already.");
        }

        base.CheckOwner(identifier, purpose);
    }
}
