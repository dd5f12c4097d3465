using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-02.</summary>
internal sealed class ChallengeWithoutFlows()
    : PartFault<UiaChallenges, ChallengeWithoutFlows.Faulty>("UIA-02", "Challenges have no flows, but for registration and deletions.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
        : UiaChallenges(flows, stages, errors)
    {
        protected override void AddFlows(JsonObject body, UiaSession session)
        {
            if (session.Binding.OperationId is Register.Id or DeleteDevice.Id or DeleteDevices.Id)
            {
                base.AddFlows(body, session);
            }
        }
    }
}
