using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-15.</summary>
internal sealed class StageOnItsPageDoesNotCount()
    : PartFault<UiaEngine, StageOnItsPageDoesNotCount.Faulty>("UIA-15", "A stage that is done on its fallback page is not complete.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        public override async Task<MatrixException?> AttemptOnPageAsync(
            UiaSession session, string type, RequestObject data, CancellationToken cancellationToken)
        {
            var failure = await base.AttemptOnPageAsync(session, type, data, cancellationToken);
            session.Completed.Remove(type);
            return failure;
        }
    }
}
