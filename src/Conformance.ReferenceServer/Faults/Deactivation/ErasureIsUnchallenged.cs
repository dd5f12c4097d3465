using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-05.</summary>
internal sealed class ErasureIsUnchallenged()
    : AuthenticationFault<DeactivateAccount>("DEA-05", "A deactivation with erasure asks for no authentication.")
{
    protected override bool Challenges(Call call, DeactivateAccount operation) =>
        call.Body.Boolean("erase") != true && operation.NeedsAuthentication(call);
}
