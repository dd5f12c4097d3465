using Conformance.Matrix.Flows.Validation;
using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>A validation session has begun.</summary>
internal sealed class MessageRequestEffect : IEffect
{
    public IReadOnlyCollection<string> Operations => ValidationPurpose.MessageRequests;

    public void Apply(SuccessfulCall call, SuiteKnowledge knowledge)
    {
        if (PendingValidation.Read(call.Call, call.Exchange) is { } pending)
            knowledge.Validations.Add(pending);
    }
}
