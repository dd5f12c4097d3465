using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-21.</summary>
internal sealed class FinishedSessionCanBeReplayed()
    : PartFault<UiaEngine, FinishedSessionCanBeReplayed.Faulty>("UIA-21", "A finished session authorises the operation once more, on other targets too.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override bool Authorises(UiaSession session, UiaBinding binding) =>
            base.Authorises(session, session.Result is null ? binding : binding with { Parameters = session.Binding.Parameters });

        protected override Reply? Finished(IUiaOperation operation, Call call, UiaSession session) => null;
    }
}
