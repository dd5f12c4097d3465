using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates PWD-07.</summary>
internal sealed class ResetNeedsAnAccessToken()
    : AnswerFault<ChangePassword>("PWD-07", "The password cannot be changed without an access token.")
{
    protected override Call Before(Call call) => call.Caller is null ? throw MatrixException.MissingToken() : call;
}
