using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.ThirdParty;
using Conformance.ReferenceServer.Uia;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-07.</summary>
internal sealed class AddingAsksNoAuthentication()
    : PartFault<Add3Pid, AddingAsksNoAuthentication.Faulty>("TPI-07", "Identifiers are added without authentication.")
{
    internal sealed class Faulty(
        UiaEngine engine, AccountIdentifiers identifiers, IEnumerable<IValidation> validations)
        : Add3Pid(engine, identifiers, validations)
    {
        public override bool NeedsAuthentication(Call call) => false;
    }
}
