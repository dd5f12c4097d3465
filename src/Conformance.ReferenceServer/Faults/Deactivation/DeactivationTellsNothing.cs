using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.Deactivation;

/// <summary>Violates DEA-01.</summary>
internal sealed class DeactivationTellsNothing()
    : AnswerFault<DeactivateAccount>("DEA-01", "A deactivation does not tell whether identifiers were unbound.")
{
    protected override Reply After(Reply reply, Call call) => Reply.Done();
}
