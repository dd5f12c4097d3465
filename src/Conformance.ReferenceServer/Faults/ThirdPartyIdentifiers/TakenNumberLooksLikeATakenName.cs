using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-06.</summary>
internal sealed class TakenNumberLooksLikeATakenName()
    : PartFault<TokenRequests, TakenNumberLooksLikeATakenName.Faulty>("RQT-06", "A phone number that somebody has is refused for registration with M_USER_IN_USE.")
{
    internal sealed class Faulty(TokenRequestParts parts) : TokenRequests(parts)
    {
        protected override void CheckOwner(ThirdPartyIdentifier identifier, TokenPurpose purpose)
        {
            if (purpose == TokenPurpose.Registration && identifier.Medium == Media.Phone && Identifiers.OwnerOf(identifier) is not null)
            {
                throw new MatrixException(400, ErrorCodes.UserInUse, "An account has this identifier already.");
            }

            base.CheckOwner(identifier, purpose);
        }
    }
}
