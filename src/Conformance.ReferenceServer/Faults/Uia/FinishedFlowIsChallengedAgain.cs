using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-07.</summary>
internal sealed class FinishedFlowIsChallengedAgain()
    : PartFault<UiaEngine, FinishedFlowIsChallengedAgain.Faulty>("UIA-07", "With every stage complete comes another challenge, but for registration and deletions.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override Task<Reply> PerformAsync(IUiaOperation operation, Call call, UiaSession session, CancellationToken cancellationToken) =>
            call.OperationId is Register.Id or DeleteDevice.Id or DeleteDevices.Id
                ? base.PerformAsync(operation, call, session, cancellationToken)
                : Task.FromResult(Challenges.Next(session));
    }
}
