using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-06.</summary>
internal sealed class DeactivationNeedsAnAccessToken()
    : AnswerFault<DeactivateAccount>("DEA-06", "A deactivation without an access token is refused, not challenged.")
{
    protected override Call Before(Call call) => call.Caller is null ? throw MatrixException.MissingToken() : call;
}
