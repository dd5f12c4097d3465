using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-24.</summary>
internal sealed class AnswerWithoutSessionCrashes()
    : PartFault<UiaEngine, AnswerWithoutSessionCrashes.Faulty>("UIA-24", "Stage data without the session makes the server fail.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        public override Task<Reply> RunAsync(IUiaOperation operation, Call call, CancellationToken cancellationToken) =>
            UiaAuth.Read(call.Body) is { Type: not null, Session: null }
                ? throw new InvalidOperationException("There is no session.")
                : base.RunAsync(operation, call, cancellationToken);
    }
}
