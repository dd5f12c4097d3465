using Conformance.Spec;

namespace Conformance.Reports.Model;

/// <summary>The result of a run for a requirement.</summary>
/// <param name="Id">The id.</param>
/// <param name="Chapter">The folder of <c>features/</c> that it belongs to.</param>
/// <param name="Outcome">The verdict of its scenarios, or why there is none.</param>
/// <param name="Scenarios">The ids of the scenarios that are about it.</param>
public sealed record RequirementReport(string Id, string Chapter, RequirementOutcome Outcome, IReadOnlyList<string> Scenarios)
{
    /// <summary>What is at stake where a server violates it.</summary>
    public required RequirementStake Stake { get; init; }

    /// <summary>How many scenarios about it the run left out, by what it was asked to run.</summary>
    public int NotSelected { get; init; }

    /// <summary>Why the specification leaves it open; null where it does not.</summary>
    public string? Open { get; init; }
}
