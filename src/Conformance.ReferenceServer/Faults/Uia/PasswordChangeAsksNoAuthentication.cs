using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-01.</summary>
internal sealed class PasswordChangeAsksNoAuthentication()
    : AuthenticationFault<ChangePassword>("UIA-01", "The password is changed without authentication.")
{
    protected override bool Challenges(Call call, ChangePassword operation) => call.Caller is null;
}
