using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.ThirdParty;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates RQT-22.</summary>
internal sealed class UnsupportedMediumIsUnrecognized()
    : PartFault<IdentifierPolicy, UnsupportedMediumIsUnrecognized.Faulty>("RQT-22", "A medium that cannot be added is refused with 404 M_UNRECOGNIZED.")
{
    internal sealed class Faulty(ReferenceServerOptions options, IEnumerable<IValidation> validations) : IdentifierPolicy(options, validations)
    {
        public override void CheckMedium(string medium, TokenPurpose purpose)
        {
            try
            {
                base.CheckMedium(medium, purpose);
            }
            catch (MatrixException refusal)
            {
                throw new MatrixException(404, ErrorCodes.Unrecognized, refusal.Message);
            }
        }
    }
}
