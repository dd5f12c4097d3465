using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;

namespace Conformance.ReferenceServer.Faults.ThirdPartyIdentifiers;

/// <summary>Violates TPI-16.</summary>
internal sealed class DeletionTellsNoResult()
    : AnswerFault<Delete3Pid>("TPI-16", "The answer to a deletion does not tell whether the identifier was unbound.")
{
    protected override Reply After(Reply reply, Call call) => Reply.Done();
}
