using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-32.</summary>
internal sealed class ReservedNameIsAvailable()
    : AnswerFault<CheckUsernameAvailability>("REG-32", "A name in an exclusive namespace is said to be available.")
{
    protected override Reply Refused(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.Exclusive ? Reply.Ok(new JsonObject { ["available"] = true }) : base.Refused(refusal, call);
}
