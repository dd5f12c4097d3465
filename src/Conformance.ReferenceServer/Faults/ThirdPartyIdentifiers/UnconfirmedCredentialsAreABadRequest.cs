using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-05.</summary>
internal sealed class UnconfirmedCredentialsAreABadRequest()
    : AnswerFault<Post3Pids>("TPI-05", "Credentials that the identity server does not confirm give 400.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.ThreepidAuthFailed ? new MatrixException(400, refusal.ErrorCode, refusal.Message) : refusal;
}
