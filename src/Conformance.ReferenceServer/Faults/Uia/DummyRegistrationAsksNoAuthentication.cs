using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-16.</summary>
internal sealed class DummyRegistrationAsksNoAuthentication()
    : PartFault<UiaEngine, DummyRegistrationAsksNoAuthentication.Faulty>("UIA-16", "Where m.login.dummy is enough, a registration without auth succeeds.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        protected override Task<Reply> WithoutAuthAsync(IUiaOperation operation, Call call, CancellationToken cancellationToken) =>
            call.OperationId == Register.Id && Flows.For(call.OperationId).Any(flow => flow is [StageTypes.Dummy])
                ? operation.PerformAsync(call, authenticated: null, cancellationToken)
                : base.WithoutAuthAsync(operation, call, cancellationToken);
    }
}
