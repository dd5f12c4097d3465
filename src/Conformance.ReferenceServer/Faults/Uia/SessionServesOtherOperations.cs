using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-19.</summary>
internal sealed class SessionServesOtherOperations()
    : PartFault<UiaEngine, SessionServesOtherOperations.Faulty>("UIA-19", "A session authorises other operations than the one it was begun for.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override bool Authorises(UiaSession session, UiaBinding binding) =>
            base.Authorises(session, binding)
            || (session.Binding.OperationId != binding.OperationId && session.Binding.UserId == binding.UserId);
    }
}
