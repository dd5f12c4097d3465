using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-03.</summary>
internal sealed class ChallengeFlowWithoutStages()
    : PartFault<UiaChallenges, ChallengeFlowWithoutStages.Faulty>("UIA-03", "Challenges have a flow without stages, but for registration.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
        : UiaChallenges(flows, stages, errors)
    {
        protected override void AddFlows(JsonObject body, UiaSession session)
        {
            base.AddFlows(body, session);
            if (session.Binding.OperationId != Register.Id)
            {
                body["flows"]!.AsArray().Add((JsonNode)new JsonObject { ["type"] = StageTypes.Password });
            }
        }
    }
}
