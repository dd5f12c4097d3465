using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-03.</summary>
internal sealed class LoginFlowsNeedAnAccessToken()
    : AnswerFault<GetLoginFlows>("LOG-03", "The login flows are not told without an access token.")
{
    protected override Call Before(Call call) => call.Token is null ? throw MatrixException.MissingToken() : call;
}
