using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Verdicts;

/// <summary>The one place that turns what happened in a scenario into a verdict.</summary>
public static class VerdictPolicy
{
    /// <summary>Decides on a scenario.</summary>
    /// <param name="record">What the scenario saw; null where it never began.</param>
    /// <param name="end">How its execution ended.</param>
    /// <param name="strict">True to count a warning as a failure.</param>
    public static Verdict Decide(ScenarioRecord? record, ScenarioEnd end, bool strict)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (record is { UnmetNeeds.Count: > 0 })
            return Verdict.Skip;
        if (Undecided.Why(record, end) is not null)
            return Verdict.NotChecked;
        return end.Kind switch
        {
            // A step ends a scenario as skipped where the violation is only a warning; under --strict it throws.
            ScenarioEndKind.Skipped when record is { Violations.Count: > 0 } => Violated(record, strict),
            ScenarioEndKind.Skipped or ScenarioEndKind.Cancelled => Verdict.Skip,
            ScenarioEndKind.NotBound => Verdict.Error,
            ScenarioEndKind.TimedOut => Violated(record, strict),
            ScenarioEndKind.Threw => end.Exception is ViolationException ? Violated(record, strict) : Verdict.Error,
            _ => record is { Violations.Count: > 0 } ? Violated(record, strict) : Verdict.Pass,
        };
    }

    /// <summary>Decides on a kind of response by what the judge found in its examples.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="strict">True to count a warning as a failure.</param>
    public static Verdict Decide(IEnumerable<Finding> findings, bool strict)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var worst = findings.Select(finding => finding.Severity).DefaultIfEmpty(FindingSeverity.Note).Max();
        return worst switch
        {
            FindingSeverity.Violation => Verdict.Fail,
            FindingSeverity.Warning => strict ? Verdict.Fail : Verdict.Warn,
            _ => Verdict.Pass,
        };
    }

    private static Verdict Violated(ScenarioRecord? record, bool strict) =>
        record is { IsAdvisory: true } && !strict ? Verdict.Warn : Verdict.Fail;
}
