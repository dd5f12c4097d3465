using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-04.</summary>
internal sealed class DeniedAddressIsPlainlyForbidden()
    : PartFault<IdentifierPolicy, DeniedAddressIsPlainlyForbidden.Faulty>("RQT-04", "An address that is not permitted is refused for registration with M_FORBIDDEN.")
{
    internal sealed class Faulty(ReferenceServerOptions options, IEnumerable<IValidation> validations) : IdentifierPolicy(options, validations)
    {
        public override void CheckPermitted(ThirdPartyIdentifier identifier, TokenPurpose purpose)
        {
            try
            {
                base.CheckPermitted(identifier, purpose);
            }
            catch (MatrixException) when (purpose == TokenPurpose.Registration && identifier.Medium == Media.Email)
            {
                throw MatrixException.Forbidden("The homeserver does not permit this identifier.");
            }
        }
    }
}
