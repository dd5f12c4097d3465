using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-21.</summary>
internal sealed class WrongPasswordIsUnauthorized()
    : AnswerFault<Operations.Login>("LOG-21", "A wrong password is answered with 401.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal is { Status: 403, ErrorCode: ErrorCodes.Forbidden } && call.Body.Has("password") ? new MatrixException(401, refusal.ErrorCode, refusal.Message) : refusal;
}
