using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Operations;
using Conformance.ReferenceServer.Uia;
using Conformance.ReferenceServer.Uia.Stages;

namespace Conformance.ReferenceServer.Faults.Uia;

/// <summary>Violates UIA-04.</summary>
internal sealed class RegistrationParametersAreAnArray()
    : PartFault<UiaChallenges, RegistrationParametersAreAnArray.Faulty>("UIA-04", "The parameters in the challenge of a registration are an array.")
{
    internal sealed class Faulty(
        UiaFlows flows, IEnumerable<IUiaStage> stages, ErrorResponses errors)
        : UiaChallenges(flows, stages, errors)
    {
        protected override void AddParams(JsonObject body, UiaSession session)
        {
            base.AddParams(body, session);
            if (session.Binding.OperationId == Register.Id)
            {
                body["params"] = new JsonArray();
            }
        }
    }
}
