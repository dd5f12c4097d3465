using Conformance.ReferenceServer.Http;

namespace Conformance.ReferenceServer.Faults.Logins;

/// <summary>Violates LOG-18.</summary>
internal sealed class UnknownLoginTypeIsForbidden()
    : AnswerFault<Operations.Login>("LOG-18", "An unknown login type is forbidden instead of malformed.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal is { Status: 400, ErrorCode: ErrorCodes.Unknown } ? MatrixException.Forbidden(refusal.Message) : refusal;
}
