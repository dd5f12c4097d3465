using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-03.</summary>
internal sealed class RefreshNeedsAnAccessToken()
    : AnswerFault<Refresh>("REF-03", "A refresh without an access token is refused.")
{
    protected override Call Before(Call call) => call.Token is null ? throw MatrixException.MissingToken() : call;
}
