using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Passwords;

/// <summary>Violates PWD-02.</summary>
internal sealed class ChangeThatLogsNobodyOutIsUnchallenged()
    : AuthenticationFault<ChangePassword>("PWD-02", "A change of password that leaves other sessions alone asks for no authentication.")
{
    protected override bool Challenges(Call call, ChangePassword operation) =>
        call.Body.Boolean("logout_devices") != false && operation.NeedsAuthentication(call);
}
