using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-20.</summary>
internal sealed class SessionServesOtherParameters()
    : PartFault<UiaEngine, SessionServesOtherParameters.Faulty>("UIA-20", "A session authorises other parameters than those it was begun with.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override bool Authorises(UiaSession session, UiaBinding binding) =>
            base.Authorises(session, binding with { Parameters = session.Binding.Parameters });
    }
}
