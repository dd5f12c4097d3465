using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Verdicts;

namespace Conformance.Mutation.Variations;

/// <summary>What the suite says about a permitted variation.</summary>
/// <param name="Outcomes">The scenarios that ran.</param>
/// <param name="Findings">The judge's findings about answers: operation, status and sentence.</param>
public sealed record VariationRun(IReadOnlyList<ScenarioOutcome> Outcomes, IReadOnlyList<string> Findings)
{
    /// <summary>What the judge remarks on 5xx answers that did not come again.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The scenarios that were skipped.</summary>
    public IEnumerable<ScenarioOutcome> Skipped => Outcomes.Where(outcome => outcome.Verdict is Verdict.Skip);

    /// <summary>The scenarios that neither passed nor were skipped: false alarms.</summary>
    public IEnumerable<ScenarioOutcome> Alarms => Outcomes.Where(outcome => outcome.Verdict is not (Verdict.Pass or Verdict.Skip));

    /// <summary>Runs the suite, or the part of it that a variation names.</summary>
    /// <param name="suite">The scenarios.</param>
    /// <param name="variation">The variation.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static async Task<VariationRun> RunAsync(Suite suite, Variation variation, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suite);
        ArgumentNullException.ThrowIfNull(variation);
        var record = new RunRecord(suite.Specification, seed: 0);
        await using var homeservers = suite.Homeservers(new VariedSource(variation, suite.Specification), record);
        var scenarios = suite.Scenarios
            .Where(scenario => variation.Filters.Count == 0
                || variation.Filters.Any(text => $"{scenario.File} {scenario}".Contains(text, StringComparison.Ordinal)))
            .ToList();
        var outcomes = await suite.RunAsync(scenarios, homeservers, cancellationToken);
        return new VariationRun(
            outcomes,
            [
                .. from entry in record.Responses.Entries
                   from found in entry.Findings
                   where found.Finding.Severity is not FindingSeverity.Note
                   select $"{entry.OperationId} {entry.Status}: {found.Finding.Message}",
            ])
        {
            Notes =
            [
                .. from entry in record.Responses.Entries
                   where entry.CameAgain is false
                   from found in entry.Findings
                   where found.Finding.Kind is FindingKind.ServerError
                   select found.Finding.Message,
            ],
        };
    }
}
