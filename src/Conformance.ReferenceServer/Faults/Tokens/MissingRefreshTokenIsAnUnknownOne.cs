using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Tokens;

/// <summary>Violates REF-10.</summary>
internal sealed class MissingRefreshTokenIsAnUnknownOne()
    : AnswerFault<Refresh>("REF-10", "A refresh without a refresh token is answered like one with an unknown token.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.Status == 400 ? MatrixException.UnknownToken(refusal.Message) : refusal;
}
