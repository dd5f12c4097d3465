using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-19.</summary>
internal sealed class ReservedNameIsInUse()
    : AnswerFault<Register>("REG-19", "A name in an exclusive namespace is refused as a taken one.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.Exclusive && call.Body.String("type") != LoginTypes.ApplicationService
            ? new MatrixException(400, ErrorCodes.UserInUse, "The user ID is taken.")
            : refusal;
}
