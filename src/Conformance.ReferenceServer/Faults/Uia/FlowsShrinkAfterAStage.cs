using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-06.</summary>
internal sealed class FlowsShrinkAfterAStage()
    : PartFault<UiaChallenges, FlowsShrinkAfterAStage.Faulty>("UIA-06", "The challenge after a completed stage has only the flows that begin with it.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
        : UiaChallenges(flows, stages, errors)
    {
        protected override IReadOnlyList<IReadOnlyList<string>> Offered(UiaSession session) =>
            [.. base.Offered(session).Where(flow => session.Completed.All(flow.Contains))];
    }
}
