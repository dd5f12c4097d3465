using System.Globalization;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Features;
using Conformance.Runner.Results;

namespace Conformance.Reports.Building;

/// <summary>Puts what the engine says of a scenario before the policy that decides on verdicts.</summary>
public static class ScenarioVerdict
{
    /// <summary>The verdict on a scenario.</summary>
    /// <param name="result">What became of it.</param>
    /// <param name="strictness">How heavily a violation weighs.</param>
    public static Verdict Of(ScenarioResult result, Strictness strictness)
    {
        ArgumentNullException.ThrowIfNull(result);
        return VerdictPolicy.Decide(RecordOf(result), EndOf(result), strictness);
    }

    /// <summary>Why the scenario could not be checked, with secrets; null where it was.</summary>
    /// <param name="result">What became of it.</param>
    public static string? WhyNotChecked(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return Undecided.Why(RecordOf(result), EndOf(result));
    }

    /// <summary>Why the scenario was tried once more, with secrets: it could not be checked, or the server broke.</summary>
    /// <param name="first">What became of it the first time.</param>
    internal static string WhyTriedAgain(ScenarioResult first) =>
        WhyNotChecked(first)
        ?? string.Join("; ", ServerError.Of(RecordOf(first), documentedToo: true)
            .Select(error => string.Create(CultureInfo.InvariantCulture, $"{error.Name} answered {error.Status}"))
            .Distinct());

    /// <summary>What the scenario saw; null where it never began.</summary>
    public static ScenarioRecord? RecordOf(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        return result.Context.TryGetValue(typeof(ScenarioRecord).FullName!, out var value) ? value as ScenarioRecord : null;
    }

    private static ScenarioEnd EndOf(ScenarioResult result) =>
        new(KindOf(result.Outcome), result.Exception, result.FailedStep is { Kind: StepKind.Given });

    private static ScenarioEndKind KindOf(ScenarioOutcome outcome) => outcome switch
    {
        ScenarioOutcome.Passed => ScenarioEndKind.Completed,
        ScenarioOutcome.Failed => ScenarioEndKind.Threw,
        ScenarioOutcome.Skipped => ScenarioEndKind.Skipped,
        ScenarioOutcome.BindingError => ScenarioEndKind.NotBound,
        ScenarioOutcome.TimedOut => ScenarioEndKind.TimedOut,
        ScenarioOutcome.Cancelled => ScenarioEndKind.Cancelled,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "There is no such outcome."),
    };
}
