using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-07.</summary>
internal sealed class RegistrationWithoutDeviceIsChallengedAgain()
    : PartFault<UiaEngine, RegistrationWithoutDeviceIsChallengedAgain.Faulty>("UIA-07", "A registration that names no device is challenged once more when every stage is complete.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override Task<Reply> PerformAsync(IUiaOperation operation, Call call, UiaSession session, CancellationToken cancellationToken) =>
            call.OperationId == Register.Id && !call.Body.Has("device_id")
                ? Task.FromResult(Challenges.Next(session))
                : base.PerformAsync(operation, call, session, cancellationToken);
    }
}
