using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-15.</summary>
internal sealed class PollIsRefused()
    : PartFault<UiaEngine, PollIsRefused.Faulty>("UIA-15", "Authentication data with nothing but the session is refused.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override Reply? Poll(UiaSession session) => throw MatrixException.Missing("auth.type");
    }
}
