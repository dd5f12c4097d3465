using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;
using Conformance.Spec;

namespace Conformance.Reports.Causes;

/// <summary>Joins the failures and warnings of a run by what stands behind them.</summary>
public static class CauseFinder
{
    private const int FirstServerError = 500;

    /// <summary>The causes: what is gravest first, failures before warnings, then by file and line.</summary>
    /// <param name="report">The run.</param>
    public static IReadOnlyList<Cause> Of(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var marks = new CauseMarks(report);
        var keys = new CauseKeys(marks);
        var stakes = report.Requirements.ToDictionary(
            requirement => requirement.Id, requirement => requirement.Stake, StringComparer.Ordinal);
        var groups = new Joining<object>();
        foreach (var scenario in report.Scenarios.Where(scenario => scenario.Verdict is Verdict.Fail or Verdict.Warn))
            groups.Add(scenario, keys.Of(scenario));
        foreach (var response in report.Responses.Where(response => response.Verdict is Verdict.Fail or Verdict.Warn))
            groups.Add(response, keys.Of(response));
        return
        [
            .. groups.All
                .Select(members => Of(report, [.. members.OfType<ScenarioReport>()], [.. members.OfType<ResponseReport>()], marks, stakes))
                .OrderBy(cause => cause.Stake)
                .ThenBy(cause => cause.Verdict is Verdict.Fail ? 0 : 1),
        ];
    }

    private static Cause Of(
        RunReport report,
        IReadOnlyList<ScenarioReport> scenarios,
        IReadOnlyList<ResponseReport> responses,
        CauseMarks marks,
        Dictionary<string, RequirementStake> stakes)
    {
        var kind = KindOf(scenarios, responses, marks);
        var missing = kind is CauseKind.NotImplemented
            ? responses.Where(IsNotImplemented).Select(response => response.Operation).ToHashSet(StringComparer.Ordinal)
            : [];
        var cause = new Cause
        {
            Kind = kind,
            Title = "",
            Stake = kind is CauseKind.Deviation ? StakeOf(scenarios, stakes) : RequirementStake.Service,
            Verdict = scenarios.Select(scenario => scenario.Verdict)
                .Concat(responses.Select(response => response.Verdict))
                .Contains(Verdict.Fail)
                ? Verdict.Fail
                : Verdict.Warn,
            Requirements =
            [
                .. scenarios.SelectMany(scenario => scenario.Requirements)
                    .DistinctBy(requirement => requirement.Id).OrderBy(requirement => requirement.Id, StringComparer.Ordinal),
            ],
            Operations =
            [
                .. scenarios.SelectMany(scenario => scenario.Deviations).Select(violation => violation.Exchange?.Operation)
                    .Concat(responses.Select(response => response.Operation))
                    .OfType<string>().Distinct(StringComparer.Ordinal),
            ],

            // The first one is the example: one that a script can show again, if there is any.
            Scenarios = [.. scenarios.OrderBy(scenario => scenario.ScriptFile is null)],
            Responses = responses,
            Blocked = [.. report.Scenarios.Where(scenario => scenario.MissingOperation is { } needed && missing.Contains(needed))],
            Marks = [.. scenarios.SelectMany(marks.Of).Concat(responses.SelectMany(marks.Of)).Distinct()],
        };
        return cause with { Title = new CauseTitle(cause, marks).Write() };
    }

    private static CauseKind KindOf(
        IReadOnlyList<ScenarioReport> scenarios, IReadOnlyList<ResponseReport> responses, CauseMarks marks)
    {
        var violations = scenarios.SelectMany(scenario => scenario.Violations.Take(1)).ToList();
        if (violations.Any(marks.IsNotImplemented) || responses.Any(IsNotImplemented))
            return CauseKind.NotImplemented;
        return violations.Any(violation => violation.Exchange is { Status: >= FirstServerError })
            || responses.Any(response => response.Status >= FirstServerError)
                ? CauseKind.ServerError
                : CauseKind.Deviation;
    }

    private static bool IsNotImplemented(ResponseReport response) =>
        response.Findings.Any(finding => finding.Kind is FindingKind.NotImplemented);

    // What follows from another failure, or was refused in another form than the text has it, does no harm of its own.
    private static RequirementStake StakeOf(
        IReadOnlyList<ScenarioReport> scenarios, Dictionary<string, RequirementStake> stakes) => scenarios
        .Where(scenario => scenario.FollowsFrom.Count == 0 && !scenario.Violations.All(IsRefusedOtherwise))
        .SelectMany(scenario => scenario.Checks)
        .OfType<string>()
        .Select(check => stakes.TryGetValue(check, out var stake) ? stake : RequirementStake.Behaviour)
        .DefaultIfEmpty(RequirementStake.Form)
        .Min();

    private static bool IsRefusedOtherwise(ViolationReport violation) =>
        Seen.StatusesIn(violation.Expected) is { Count: > 0 } due && due.All(IsRefusal) && IsRefusal(violation.Actual);

    private static bool IsRefusal(string status) => status.StartsWith('4');
}
