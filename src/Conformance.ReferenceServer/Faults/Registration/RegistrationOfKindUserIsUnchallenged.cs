using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-17.</summary>
internal sealed class RegistrationOfKindUserIsUnchallenged()
    : AuthenticationFault<Register>("REG-17", "A registration that says it is of the kind \"user\" succeeds without authentication.")
{
    protected override bool Challenges(Call call, Register operation) => operation.NeedsAuthentication(call) && call.Target.Query("kind") is null;
}
