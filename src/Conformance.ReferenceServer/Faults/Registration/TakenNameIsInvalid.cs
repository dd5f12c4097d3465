using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-18.</summary>
internal sealed class TakenNameIsInvalid()
    : AnswerFault<Register>("REG-18", "A taken name is refused as an invalid one.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.UserInUse ? new MatrixException(400, ErrorCodes.InvalidUsername, "The name is not available.") : refusal;
}
