using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-18.</summary>
internal sealed class StageThatIsNotOfferedCounts()
    : PartFault<UiaEngine, StageThatIsNotOfferedCounts.Faulty>("UIA-18", "A stage that no flow has is completed.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override bool IsOffered(UiaSession session, string type) => true;

        protected override bool IsInOrder(UiaSession session, string type) => !base.IsOffered(session, type) || base.IsInOrder(session, type);
    }
}
