using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using Reqnroll;

namespace Conformance.Runner.Running;

/// <summary>One feature of a run, and how many of its scenarios have not ended.</summary>
/// <param name="scenarios">Its scenarios.</param>
internal sealed class FeatureProgress(IReadOnlyList<Scenario> scenarios)
{
    private int _remaining = scenarios.Count;

    /// <summary>The feature. Reqnroll tells features apart by this object.</summary>
    public FeatureInfo Info { get; } = ReqnrollInfo.FeatureOf(scenarios[0]);

    /// <summary>Notes the end of a scenario.</summary>
    /// <returns>Whether it was the last.</returns>
    public bool ScenarioEnded() => Interlocked.Decrement(ref _remaining) == 0;
}
