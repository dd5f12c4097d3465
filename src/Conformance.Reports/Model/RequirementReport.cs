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

    /// <summary>The result for a requirement of the catalogue.</summary>
    /// <param name="requirement">The requirement.</param>
    /// <param name="outcome">The verdict of its scenarios, or why there is none.</param>
    /// <param name="scenarios">The ids of the scenarios that are about it.</param>
    public static RequirementReport Of(Requirement requirement, RequirementOutcome outcome, IReadOnlyList<string> scenarios)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return new(requirement.Id, requirement.Chapter, outcome, scenarios)
        {
            Stake = requirement.Stake,
            Open = requirement.Open is { } open ? OneLine(open) : null,
        };
    }

    /// <summary>A text of the catalogue, which breaks its lines, on one.</summary>
    internal static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();
}
