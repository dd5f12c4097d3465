using Conformance.Matrix.Scenarios.Knowledge;

namespace Conformance.Matrix.Scenarios.Effects;

/// <summary>What a successful call of an operation changes in what the suite knows.</summary>
internal interface IEffect
{
    /// <summary>The operations that have the effect, by their ids in the manifest.</summary>
    IReadOnlyCollection<string> Operations { get; }

    /// <summary>Takes the effect into the suite's knowledge.</summary>
    void Apply(SuccessfulCall call, SuiteKnowledge knowledge);
}
