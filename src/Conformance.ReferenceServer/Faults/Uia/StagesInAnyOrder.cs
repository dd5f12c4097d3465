using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-09.</summary>
internal sealed class StagesInAnyOrder()
    : PartFault<UiaEngine, StagesInAnyOrder.Faulty>("UIA-09", "The stages of a flow count in any order.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override bool IsInOrder(UiaSession session, string type) => true;
    }
}
