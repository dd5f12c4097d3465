using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-23.</summary>
internal sealed class DeactivatedAccountIsNotFound()
    : AnswerFault<Operations.Login>("LOG-23", "A login to a deactivated account is answered with 404.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.UserDeactivated ? MatrixException.NotFound(refusal.Message) : refusal;
}
