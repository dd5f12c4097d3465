using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-19.</summary>
internal sealed class UnbindingTellsNoResult()
    : AnswerFault<Unbind3Pid>("TPI-19", "The answer to an unbinding does not tell whether the identifier was unbound.")
{
    protected override Reply After(Reply reply, Call call) => Reply.Done();
}
