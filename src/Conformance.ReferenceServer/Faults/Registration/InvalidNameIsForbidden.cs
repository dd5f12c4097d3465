using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-09.</summary>
internal sealed class InvalidNameIsForbidden()
    : AnswerFault<Register>("REG-09", "A name outside the grammar is refused with 403.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.InvalidUsername ? MatrixException.Forbidden("The name is not allowed.") : refusal;
}
