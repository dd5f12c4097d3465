using Conformance.Matrix.Ledger;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;
using Conformance.Spec;

namespace Conformance.Reports.Building;

/// <summary>Makes the report of a run. Whatever goes into it is redacted here, and nowhere later.</summary>
public static class RunReportBuilder
{
    /// <summary>Makes the report; the same input gives the same report.</summary>
    public static RunReport Build(RunReportInput input)
    {
        ArgumentNullException.ThrowIfNull(input);
        var scenarios = new ScenarioReports(input).All();
        var entries = input.Responses.Entries;
        var requirements = Requirements(input, scenarios);
        return new RunReport
        {
            Suite = input.Suite,
            RunId = input.RunId,
            Seed = input.Seed,
            Strictness = input.Strictness,
            Interrupted = input.Interrupted,
            SpecVersion = input.Target.SpecVersion,
            Target = new TargetReport(
                input.Redactor.Text(input.Target.Name), input.Target.Version, input.Redactor.Url(input.Target.BaseUrl).TrimEnd('/')),
            Profiles = [.. input.Profiles.Select(start => Profile(start, scenarios, input.Redactor))],
            Deaths = [.. input.Deaths.Select(death => Death(death, input.Redactor))],
            StartedAfter = input.StartedAfter,
            Elapsed = input.Elapsed,
            Scenarios = scenarios,
            Responses = Responses(input, entries),
            UnseenResponses = SpecCoverage.UnseenResponses(input),
            Requirements = requirements,
            Coverage = SpecCoverage.Of(input, entries, requirements),
            CleanUpRemarks = [.. input.CleanUpRemarks.Select(input.Redactor.Text)],
        };
    }

    private static DeathReport Death(ServerDeathInput death, Redactor redactor) => new(
        death.Profile, death.IsRestarted, [.. death.InFlight.Select(exchange => ExchangeReports.Of(exchange, redactor)!)]);

    private static ProfileReport Profile(ProfileStartReport start, IReadOnlyList<ScenarioReport> scenarios, Redactor redactor) => new(
        start.Name,
        start.Url is { } url ? redactor.Url(url).TrimEnd('/') : null,
        scenarios.Count(scenario => scenario.Profile == start.Name && scenario.Verdict is not Verdict.Skip),
        start.Start,
        start.ReadyAfter,
        start.Failure is { } failure ? redactor.Text(failure) : null);

    private static List<ResponseReport> Responses(RunReportInput input, IReadOnlyList<ResponseEntry> entries) =>
        [.. entries.Select(entry => new ResponseReport
        {
            Operation = entry.OperationId,
            Status = entry.Status,
            Count = entry.Count,
            Documented = entry.Documented,
            Verdict = VerdictPolicy.Decide(entry.Findings.Select(finding => finding.Finding), input.Strictness),
            Link = OperationClause.Link(entry.OperationId, input.Specification, input.Target.SpecVersion),
            Coverage = entry.Coverage,
            CameAgain = entry.CameAgain,
            Findings =
            [
                .. entry.Findings
                    .OrderByDescending(finding => finding.Finding.Severity)
                    .ThenBy(finding => finding.Finding.Kind)
                    .ThenBy(finding => finding.Finding.Pointer, StringComparer.Ordinal)
                    .ThenBy(finding => finding.Finding.Expected, StringComparer.Ordinal)
                    .Select(finding => new FindingReport(
                        finding.Finding.Kind,
                        finding.Finding.Severity,
                        input.Redactor.Text(finding.Finding.Pointer),
                        input.Redactor.Text(finding.Finding.Expected),
                        input.Redactor.Text(finding.Finding.Actual),
                        input.Redactor.Text(finding.Finding.Message),
                        finding.Count,
                        ExchangeReports.Of(finding.Example, input.Redactor, input.Logs))),
            ],
        })];

    private static List<RequirementReport> Requirements(RunReportInput input, IReadOnlyList<ScenarioReport> scenarios)
    {
        var all = input.AllScenarios.SelectMany(scenario => scenario.Tags.Distinct(StringComparer.Ordinal)).CountBy(tag => tag)
            .ToDictionary(StringComparer.Ordinal);
        var about = scenarios
            .SelectMany(scenario => scenario.Requirements.Select(requirement => (requirement.Id, Scenario: scenario)))
            .ToLookup(pair => pair.Id, pair => pair.Scenario, StringComparer.Ordinal);
        return
        [
            .. input.Requirements.All.Select(requirement =>
                RequirementReport.Of(
                    requirement,
                    Outcome(requirement, about[requirement.Id]),
                    [.. about[requirement.Id].Select(scenario => scenario.Id)]) with
                {
                    NotSelected = Math.Max(0, all.GetValueOrDefault(requirement.Id) - about[requirement.Id].Count()),
                }),
        ];
    }

    // The outcomes are ordered so that the one which says most is the greatest.
    private static RequirementOutcome Outcome(Requirement requirement, IEnumerable<ScenarioReport> scenarios) => scenarios
        .Select(scenario => scenario.Verdict switch
        {
            Verdict.Pass => RequirementOutcome.Pass,
            Verdict.Fail => RequirementOutcome.Fail,
            Verdict.Warn => RequirementOutcome.Warn,
            Verdict.Skip => RequirementOutcome.Skip,
            Verdict.NotChecked => RequirementOutcome.NotChecked,
            _ => RequirementOutcome.Error,
        })
        .DefaultIfEmpty(requirement.Testable is Testability.No ? RequirementOutcome.NotTestable : RequirementOutcome.Unchecked)
        .Max();
}
