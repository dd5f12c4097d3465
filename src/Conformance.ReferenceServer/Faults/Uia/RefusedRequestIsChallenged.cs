using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-13.</summary>
internal sealed class RefusedRequestIsChallenged()
    : PartFault<UiaEngine, RefusedRequestIsChallenged.Faulty>("UIA-13", "A request that is refused for another reason than authentication is challenged.")
{
    internal sealed class Faulty(
        UiaFlows flows, UiaSessions sessions, UiaChallenges challenges, IEnumerable<IUiaStage> stages)
        : UiaEngine(flows, sessions, challenges, stages)
    {
        public override async Task<Reply> RunAsync(IUiaOperation operation, Call call, CancellationToken cancellationToken)
        {
            try
            {
                return await base.RunAsync(operation, call, cancellationToken);
            }
            catch (MatrixException refusal) when (refusal.Status == 400)
            {
                return Challenges.Fresh(Sessions.Begin(call), refusal);
            }
        }
    }
}
