using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-09.</summary>
internal sealed class UnknownRefreshTokenIsForbidden()
    : AnswerFault<Refresh>("REF-09", "An unknown refresh token is forbidden instead of unknown.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.UnknownToken ? MatrixException.Forbidden(refusal.Message) : refusal;
}
