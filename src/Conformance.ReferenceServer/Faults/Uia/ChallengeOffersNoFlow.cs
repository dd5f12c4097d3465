using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-05.</summary>
internal sealed class ChallengeOffersNoFlow()
    : PartFault<UiaChallenges, ChallengeOffersNoFlow.Faulty>("UIA-05", "Challenges have an empty list of flows, but for registration and deletions.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
        : UiaChallenges(flows, stages, errors)
    {
        protected override IReadOnlyList<IReadOnlyList<string>> Offered(UiaSession session) =>
            session.Binding.OperationId is Register.Id or DeleteDevice.Id or DeleteDevices.Id ? base.Offered(session) : [];
    }
}
