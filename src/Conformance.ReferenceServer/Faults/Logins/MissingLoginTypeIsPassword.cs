using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-19.</summary>
internal sealed class MissingLoginTypeIsPassword()
    : AnswerFault<Operations.Login>("LOG-19", "A login without a type is taken for one by password.")
{
    protected override Call Before(Call call) => WithBody(call, body => body["type"] ??= LoginTypes.Password);
}
