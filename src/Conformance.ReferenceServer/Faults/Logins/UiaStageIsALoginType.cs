using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-20.</summary>
internal sealed class UiaStageIsALoginType()
    : AnswerFault<Operations.Login>("LOG-20", "A login takes the types of authentication stages for one by password.")
{
    protected override Call Before(Call call) =>
        WithBody(call, body => body["type"] = body["type"]?.ToString() is "m.login.dummy" or "m.login.terms" ? LoginTypes.Password : body["type"]?.DeepClone());
}
