using System.Globalization;
using System.Text;

namespace Conformance.Mutation;

/// <summary>Writes the report of a mutation run.</summary>
public static class MutationReport
{
    /// <summary>A line for each fault, with the chapters that it turns red; then the scenarios that none turns red.</summary>
    /// <param name="conforming">The run against the conforming homeserver.</param>
    /// <param name="mutants">The run of the faults.</param>
    public static string Write(ConformingRun conforming, IReadOnlyList<Mutant> mutants)
    {
        ArgumentNullException.ThrowIfNull(conforming);
        ArgumentNullException.ThrowIfNull(mutants);
        var text = new StringBuilder();
        var (found, run) = (mutants.Count(mutant => mutant.IsFound), mutants.Sum(mutant => mutant.Outcomes.Count));
        text.AppendLine(CultureInfo.InvariantCulture, $"{mutants.Count} faults, {found} found, {run} scenarios run, recorded in {conforming.Elapsed.TotalSeconds:0.0} s");
        foreach (var mutant in mutants)
        {
            text.Append(CultureInfo.InvariantCulture, $"{mutant.Fault.Name} ({mutant.Fault.RequirementId}), ")
                .Append(CultureInfo.InvariantCulture, $"{mutant.Red.Count()} of {mutant.Outcomes.Count}, {mutant.Elapsed.TotalSeconds:0.0} s: ")
                .AppendJoin(
                    ", ", mutant.Red.CountBy(outcome => outcome.Chapter).Select(chapter => $"{chapter.Key} {chapter.Value}").Order())
                .AppendLine();
        }

        var survivors = Survivors(conforming, mutants);
        text.AppendLine().AppendLine(CultureInfo.InvariantCulture, $"{survivors.Count} scenarios that no fault turns red");
        foreach (var outcome in survivors)
            text.AppendLine(CultureInfo.InvariantCulture, $"{outcome.Scenario} [{string.Join(' ', outcome.Scenario.Tags)}]");
        return text.ToString();
    }

    /// <summary>The scenarios that pass and that no fault turns red, in the order of their files.</summary>
    public static IReadOnlyList<ScenarioOutcome> Survivors(ConformingRun conforming, IReadOnlyList<Mutant> mutants)
    {
        ArgumentNullException.ThrowIfNull(conforming);
        var killed = mutants.SelectMany(mutant => mutant.Red).Select(outcome => outcome.Scenario).ToHashSet();
        return
        [
            .. conforming.Outcomes
                .Where(outcome => outcome.Verdict is Matrix.Verdicts.Verdict.Pass && !killed.Contains(outcome.Scenario))
                .OrderBy(outcome => outcome.Scenario.File, StringComparer.Ordinal)
                .ThenBy(outcome => outcome.Scenario.Line),
        ];
    }
}
