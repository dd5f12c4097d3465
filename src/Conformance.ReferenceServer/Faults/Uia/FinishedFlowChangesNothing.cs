using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-07.</summary>
internal sealed class FinishedFlowChangesNothing()
    : PartFault<UiaEngine, FinishedFlowChangesNothing.Faulty>("UIA-07", "A password change with every stage complete is confirmed and not done.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override Task<Reply> PerformAsync(IUiaOperation operation, Call call, UiaSession session, CancellationToken cancellationToken) =>
            call.OperationId == ChangePassword.Id
                ? Task.FromResult(Reply.Done())
                : base.PerformAsync(operation, call, session, cancellationToken);
    }
}
