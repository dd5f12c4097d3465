using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-12.</summary>
internal sealed class FailedStageEndsTheSession()
    : PartFault<UiaChallenges, FailedStageEndsTheSession.Faulty>("UIA-12", "After a failed stage the session is not known any more.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors, UiaSessions sessions)
        : UiaChallenges(flows, stages, errors)
    {
        public override Reply Failed(UiaSession session, string type, MatrixException failure)
        {
            sessions.End(session);
            return base.Failed(session, type, failure);
        }
    }
}
