using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-31.</summary>
internal sealed class InvalidNameIsInUse()
    : AnswerFault<CheckUsernameAvailability>("REG-31", "Of a name outside the grammar it is said that it is taken.")
{
    protected override MatrixException Refuse(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.InvalidUsername ? new MatrixException(400, ErrorCodes.UserInUse, "The user ID is taken.") : refusal;
}
