using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-11.</summary>
internal sealed class FailedStageIsListedAsCompleted()
    : PartFault<UiaChallenges, FailedStageIsListedAsCompleted.Faulty>("UIA-11", "A failed stage is listed among the completed ones.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
        : UiaChallenges(flows, stages, errors)
    {
        public override Reply Failed(UiaSession session, string type, MatrixException failure) =>
            Write(session, session.Completed.Append(type), failure);
    }
}
