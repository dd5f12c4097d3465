using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-30.</summary>
internal sealed class TakenNameIsAvailable()
    : AnswerFault<CheckUsernameAvailability>("REG-30", "A taken name is said to be available.")
{
    protected override Reply Refused(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.UserInUse ? Reply.Ok(new JsonObject { ["available"] = true }) : base.Refused(refusal, call);
}
