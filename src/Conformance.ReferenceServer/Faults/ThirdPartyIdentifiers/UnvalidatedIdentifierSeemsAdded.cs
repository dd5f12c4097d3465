using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-09.</summary>
internal sealed class UnvalidatedIdentifierSeemsAdded()
    : AnswerFault<Add3Pid>("TPI-09", "A session that was not validated gives 200.")
{
    protected override Reply Refused(MatrixException refusal, Call call) =>
        refusal.ErrorCode == ErrorCodes.ThreepidAuthFailed ? Reply.Done() : base.Refused(refusal, call);
}
