using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ApplicationServices;

/// <summary>Violates APS-05.</summary>
internal sealed class ServiceRegistrationIsChallenged()
    : AuthenticationFault<Register>("APS-05", "A service that registers a user with a session must authenticate.")
{
    protected override bool Challenges(Call call, Register operation) =>
        operation.NeedsAuthentication(call) || call.Body.Boolean("inhibit_login") != true;
}
