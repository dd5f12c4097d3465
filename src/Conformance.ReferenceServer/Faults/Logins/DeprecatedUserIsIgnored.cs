using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-28.</summary>
internal sealed class DeprecatedUserIsIgnored()
    : AnswerFault<Operations.Login>("LOG-28", "The deprecated member that names the user is not looked at.")
{
    protected override Call Before(Call call) => WithBody(call, body => body.Remove("user"));
}
