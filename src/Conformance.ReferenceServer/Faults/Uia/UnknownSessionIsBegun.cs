using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-17.</summary>
internal sealed class UnknownSessionIsBegun()
    : PartFault<UiaEngine, UnknownSessionIsBegun.Faulty>("UIA-17", "A session that was never issued authenticates as if it had been.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override UiaSession? FindSession(string id, Call call) => base.FindSession(id, call) ?? Sessions.Begin(call);
    }
}
