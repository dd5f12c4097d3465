using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-10.</summary>
internal sealed class FailedStageIsPlainlyForbidden()
    : PartFault<UiaChallenges, FailedStageIsPlainlyForbidden.Faulty>("UIA-10", "A failed stage is answered with 403 and no challenge.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
        : UiaChallenges(flows, stages, errors)
    {
        public override Reply Failed(UiaSession session, string type, MatrixException failure) =>
            Errors.Write(new MatrixException(403, failure.ErrorCode, failure.Message));
    }
}
