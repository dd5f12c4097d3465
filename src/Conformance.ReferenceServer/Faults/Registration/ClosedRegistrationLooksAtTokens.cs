using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Registration;

/// <summary>Violates REG-36.</summary>
internal sealed class ClosedRegistrationLooksAtTokens()
    : AnswerFault<RegistrationTokenValidity>("REG-36", "With registration closed a registration token is said to be not valid.")
{
    protected override Reply Refused(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.Forbidden ? Reply.Ok(new JsonObject { ["valid"] = false }) : base.Refused(refusal, call);
}
