using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-08.</summary>
internal sealed class OnlyTheFirstFlowCompletes()
    : PartFault<UiaEngine, OnlyTheFirstFlowCompletes.Faulty>("UIA-08", "Only the first flow that is offered can be finished.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override bool IsComplete(UiaSession session) => FlowsOf(session)[0].All(session.Completed.Contains);
    }
}
