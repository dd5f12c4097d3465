using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-25.</summary>
internal sealed class UnknownIdentifierIsMalformed()
    : AnswerFault<Operations.Login>("LOG-25", "An unknown third-party identifier is answered like a malformed one.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.Status == 403 && (call.Body.Object("identifier")?.Has("user") ?? call.Body.Has("user")) == false && !call.Body.Has("token") ? MatrixException.InvalidParam(refusal.Message) : refusal;
}
