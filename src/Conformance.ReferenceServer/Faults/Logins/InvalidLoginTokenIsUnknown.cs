using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-26.</summary>
internal sealed class InvalidLoginTokenIsUnknown()
    : AnswerFault<Operations.Login>("LOG-26", "A login token that is not valid is answered like an access token.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.Status == 403 && call.Body.Has("token") ? MatrixException.UnknownToken(refusal.Message) : refusal;
}
