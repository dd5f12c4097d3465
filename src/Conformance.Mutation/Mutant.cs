using Conformance.ReferenceServer.Faults;

namespace Conformance.Mutation;

/// <summary>The verdicts of the suite on a fault.</summary>
/// <param name="Fault">The fault.</param>
/// <param name="Outcomes">The outcomes of the scenarios that can see it.</param>
/// <param name="Elapsed">How long they took, beside those of other faults.</param>
public sealed record Mutant(Fault Fault, IReadOnlyList<ScenarioOutcome> Outcomes, TimeSpan Elapsed)
{
    /// <summary>The scenarios that it turns red.</summary>
    public IEnumerable<ScenarioOutcome> Red => Outcomes.Where(outcome => outcome.IsRed);

    /// <summary>Whether a scenario of the requirement that it violates is red.</summary>
    public bool IsFound => Red.Any(outcome => outcome.Scenario.Tags.Contains(Fault.RequirementId));
}
