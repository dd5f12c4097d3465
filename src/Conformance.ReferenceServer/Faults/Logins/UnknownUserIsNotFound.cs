using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-22.</summary>
internal sealed class UnknownUserIsNotFound()
    : AnswerFault<Operations.Login>("LOG-22", "A login for a user that does not exist is answered with 404.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.Status == 403 && call.Body.Object("identifier")?.String("user") is { } user && !user.StartsWith('@') && refusal.ErrorCode == ErrorCodes.Forbidden ? MatrixException.NotFound(refusal.Message) : refusal;
}
