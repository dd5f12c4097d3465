using Conformance.Matrix.Exchanges;
using Conformance.Spec;

namespace Conformance.Matrix.Verdicts;

/// <summary>The one place that turns what happened in a scenario into a verdict.</summary>
public static class VerdictPolicy
{
    private const int FirstServerError = 500;

    /// <summary>Decides on a scenario.</summary>
    /// <param name="record">What the scenario saw; null where it never began.</param>
    /// <param name="end">How its execution ended.</param>
    /// <param name="strictness">How heavily a violation weighs.</param>
    public static Verdict Decide(ScenarioRecord? record, ScenarioEnd end, Strictness strictness)
    {
        ArgumentNullException.ThrowIfNull(end);
        if (record is { UnmetNeeds.Count: > 0, Violations.Count: 0 })
            return Verdict.Skip;
        if (Undecided.Why(record, end) is not null)
            return Verdict.NotChecked;
        return end.Kind switch
        {
            // A step ends a scenario as skipped where the violation is only a warning.
            ScenarioEndKind.Skipped when record is { Violations.Count: > 0 } => Violated(record, end, strictness),
            ScenarioEndKind.Skipped or ScenarioEndKind.Cancelled => Verdict.Skip,
            ScenarioEndKind.NotBound => Verdict.Error,
            ScenarioEndKind.TimedOut => Violated(record, end, strictness),
            ScenarioEndKind.Threw => end.Exception is ViolationException
                || (record is { Violations.Count: > 0 } && end.Exception is NotCheckedException or UnmetNeedException)
                    ? Violated(record, end, strictness)
                    : Verdict.Error,
            _ => record is { Violations.Count: > 0 } ? Violated(record, end, strictness) : Verdict.Pass,
        };
    }

    /// <summary>Decides on a kind of response by what the judge found in its examples.</summary>
    /// <param name="findings">The findings.</param>
    /// <param name="strictness">How heavily a warning weighs.</param>
    public static Verdict Decide(IEnumerable<Finding> findings, Strictness strictness)
    {
        ArgumentNullException.ThrowIfNull(findings);
        var worst = findings.Select(finding => finding.Severity).DefaultIfEmpty(FindingSeverity.Note).Max();
        return worst switch
        {
            FindingSeverity.Violation => Verdict.Fail,
            FindingSeverity.Warning => strictness is Strictness.Strict ? Verdict.Fail : Verdict.Warn,
            _ => Verdict.Pass,
        };
    }

    /// <summary>Whether a violation of a requirement is a warning and not a failure.</summary>
    /// <remarks>
    /// A recommendation warns, and so does what the text leaves open. What follows from the text without being stated warns as long as
    /// neither somebody's account nor a person's data is at stake.
    /// </remarks>
    /// <param name="requirement">The requirement.</param>
    /// <param name="strictness">How heavily it weighs.</param>
    public static bool OnlyWarns(Requirement requirement, Strictness strictness)
    {
        ArgumentNullException.ThrowIfNull(requirement);
        return strictness is not Strictness.Strict && (
            requirement.Open is not null
            || requirement.Level is RequirementLevel.Should or RequirementLevel.May
            || (requirement.Basis is RequirementBasis.Derived
                && (strictness is Strictness.Lenient || requirement.Stake is not (RequirementStake.Account or RequirementStake.Data))));
    }

    /// <summary>Whether a violation in a scenario is a warning and not a failure: every requirement of the scenario only warns.</summary>
    /// <remarks>An answer of 500 or above is no reading of any text, and fails whatever the scenario was about.</remarks>
    /// <param name="requirements">The scenario's requirements.</param>
    /// <param name="violation">The violation.</param>
    /// <param name="strictness">How heavily it weighs.</param>
    public static bool OnlyWarns(IReadOnlyList<Requirement> requirements, Violation violation, Strictness strictness)
    {
        ArgumentNullException.ThrowIfNull(requirements);
        ArgumentNullException.ThrowIfNull(violation);
        return OnlyWarn(requirements, strictness) && violation.Exchange?.Response is not { Status: >= FirstServerError };
    }

    private static Verdict Violated(ScenarioRecord? record, ScenarioEnd end, Strictness strictness)
    {
        if (record is null || !OnlyWarn(record.Requirements, strictness))
            return Verdict.Fail;
        IEnumerable<Violation> violations =
            end.Exception is ViolationException thrown ? [.. record.Violations, thrown.Violation] : record.Violations;
        return violations.All(violation => OnlyWarns(record.Requirements, violation, strictness)) ? Verdict.Warn : Verdict.Fail;
    }

    private static bool OnlyWarn(IReadOnlyList<Requirement> requirements, Strictness strictness) =>
        requirements.Count > 0 && requirements.All(requirement => OnlyWarns(requirement, strictness));
}
