using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-06.</summary>
internal sealed class CompletedStageIsNotListed()
    : PartFault<UiaChallenges, CompletedStageIsNotListed.Faulty>("UIA-06", "The challenge after a completed stage does not name it.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
        : UiaChallenges(flows, stages, errors)
    {
        public override Reply Next(UiaSession session) => First(session);
    }
}
