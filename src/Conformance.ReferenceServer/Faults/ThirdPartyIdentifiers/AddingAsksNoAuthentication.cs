using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-07.</summary>
internal sealed class AddingAsksNoAuthentication()
    : AuthenticationFault<Add3Pid>("TPI-07", "Identifiers are added without authentication.")
{
    protected override bool Challenges(Call call, Add3Pid operation) => false;
}
