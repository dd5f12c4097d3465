using System.Text.Json.Nodes;
using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>An account has another cross-signing master key.</summary>
internal sealed class CrossSigningEffect : IEffect
{
    public IReadOnlyCollection<string> Operations => [Calls.Operations.UploadCrossSigningKeys];

    public void Apply(SuccessfulCall call, SuiteKnowledge knowledge)
    {
        if (knowledge.People.OfToken(call.Caller.AccessToken) is { } owner
            && call.Call.Arguments.GetValueOrDefault("master_key") is JsonObject key && key["keys"] is JsonObject { Count: > 0 } keys
            && keys.First().Value is JsonValue value && value.TryGetValue<string>(out var id))
        {
            owner.MasterKey = id;
        }
    }
}
