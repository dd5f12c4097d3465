using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Spec;

namespace Conformance.Reports.Building;

/// <summary>Makes the scenarios' part of a report.</summary>
/// <param name="input">What the run left behind.</param>
internal sealed class ScenarioReports(RunReportInput input)
{
    // Frames below belong to the engine and the runtime, and help nobody.
    private const int StackLines = 4;

    /// <summary>The scenarios, by file and line.</summary>
    public IReadOnlyList<ScenarioReport> All()
    {
        var results = input.Results.OrderBy(result => result.Scenario.File, StringComparer.Ordinal).ThenBy(result => result.Scenario.Line)
            .ToList();
        var ids = ScenarioIds.Of(input.AllScenarios.Count > 0
            ? input.AllScenarios
            : results.Select(result => result.Scenario), input.FeaturesRoot);
        var consequences = new Consequences(results.Select(result => (CatalogueOf(result.Scenario), Stop(result))));
        return [.. results.Select(result => Of(result, ids[result.Scenario], consequences))];
    }

    private ScenarioReport Of(ScenarioResult result, string id, Consequences consequences)
    {
        var record = ScenarioVerdict.RecordOf(result);
        var verdict = ScenarioVerdict.Of(result, input.Strictness);
        IReadOnlyList<Exchange> exchanges = verdict is Verdict.Fail or Verdict.Warn or Verdict.NotChecked && record is not null
            ? [.. record.Exchanges.Where(exchange => exchange.Role is not ExchangeRole.CleanUp)]
            : [];
        return new ScenarioReport
        {
            Id = id,
            File = result.Scenario.File,
            Line = result.Scenario.Line,
            Feature = result.Scenario.Feature,
            Name = result.Scenario.Name,
            Tags = result.Scenario.Tags,
            Profile = record?.Profile,
            Requirements = [.. RequirementsOf(result.Scenario)],
            Operations = OperationsOf(result.Scenario, record),
            Verdict = verdict,
            Duration = result.Duration,
            SkipReason = verdict is Verdict.Skip ? SkipReason(result, record) : null,
            NotCheckedReason = verdict is Verdict.NotChecked ? input.Redactor.Text(ScenarioVerdict.WhyNotChecked(result)!) : null,
            MissingOperation = verdict is Verdict.NotChecked && record?.MissingOperation is { } missing && !input.Responses.Shows(missing)
                ? missing
                : null,
            TriedAgain = result.Earlier is null ? null : input.Redactor.Text(ScenarioVerdict.WhyTriedAgain(result.Earlier)),
            Error = verdict is Verdict.Error ? Error(result) : null,
            FailedStep = verdict is Verdict.Skip or Verdict.Pass || result.FailedStep is not { } step
                ? null
                : new StepReference(step.Line, input.Redactor.Text($"{step.Keyword} {step.Text}")),
            Violations = verdict is Verdict.Fail or Verdict.Warn ? Violations(result, record, exchanges) : [],
            CompanionRequests = verdict is Verdict.Fail or Verdict.Warn or Verdict.NotChecked && record is not null
                ? [.. record.CompanionRequests.Select(request => ExchangeReports.Of(request, input.Redactor))]
                : [],
            Exchanges = [.. exchanges.Select(exchange => Report(exchange)!)],
            Script = verdict is Verdict.Fail or Verdict.Warn ? Script(result, record) : null,
            FollowsFrom = verdict is Verdict.Fail or Verdict.Warn
                ? consequences.Of(CatalogueOf(result.Scenario), Stop(result))
                : [],
        };
    }

    private string? Script(ScenarioResult result, ScenarioRecord? record)
    {
        if (record is null || Stop(result) is not { } violation)
            return null;
        var made = record.Exchanges.Where(exchange => exchange is { IsOfCompanion: false, Role: not ExchangeRole.CleanUp }).ToList();
        var shows = made.FindIndex(exchange => exchange.IsSameAs(violation.Exchange));
        return ReplayScript.For(
            $"{result.Scenario.Name}: expected {violation.Expected}; the run saw {violation.Actual}",
            shows < 0 ? made : made[..(shows + 1)],
            input.RunId,
            input.Redactor);
    }

    private static Violation? Stop(ScenarioResult result) =>
        result.Exception is ViolationException { Violation: var thrown }
            ? thrown
            : ScenarioVerdict.RecordOf(result) is { Violations: [.., var last] } ? last : null;

    private IReadOnlyList<Requirement> CatalogueOf(Scenario scenario) =>
    [
        .. scenario.Tags.Distinct(StringComparer.Ordinal)
            .Select(tag => input.Requirements.TryGet(tag, out var requirement) ? requirement : null)
            .OfType<Requirement>(),
    ];

    // By the tags and not by the record, which a scenario that never began does not have.
    private IEnumerable<RequirementReference> RequirementsOf(Scenario scenario) =>
        CatalogueOf(scenario).Select(requirement => RequirementReference.To(requirement, input.Target.SpecVersion));

    // A scenario that was skipped has called none, but its steps say which it would have.
    private HashSet<string> OperationsOf(Scenario scenario, ScenarioRecord? record)
    {
        var named = scenario.Steps.SelectMany(step => step.Text.Split(' ', ',', '"', '\n'))
            .Where(word => input.Specification.TryGetOperation(word, out _));
        var called = record?.Exchanges.Select(exchange => exchange.Operation?.Id).OfType<string>() ?? [];
        return [.. named, .. called];
    }

    private string SkipReason(ScenarioResult result, ScenarioRecord? record)
    {
        if (record is { UnmetNeeds.Count: > 0 })
            return "needs " + string.Join(" and ", record.UnmetNeeds.Select(need => need.Describe()));
        return result.Outcome is ScenarioOutcome.Cancelled
            ? input.Deaths.Any(death => !death.IsRestarted) ? "the homeserver had died" : "the run was interrupted"
            : input.Redactor.Text(result.SkipReason ?? "no reason given");
    }

    private string Error(ScenarioResult result)
    {
        var text = result switch
        {
            { Exception: SuiteErrorException error } => error.Message,
            { Outcome: ScenarioOutcome.BindingError, Exception: { } error } => error.Message,
            { Exception: { } unexpected } => Unexpected(unexpected),
            _ => "the scenario ended without a verdict",
        };
        return input.Redactor.Text(text);
    }

    private static string Unexpected(Exception exception)
    {
        var stack = (exception.StackTrace ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Take(StackLines);
        return string.Join('\n', stack.Prepend($"{exception.GetType().Name}: {exception.Message}"));
    }

    private List<ViolationReport> Violations(ScenarioResult result, ScenarioRecord? record, IReadOnlyList<Exchange> exchanges)
    {
        var violations = record?.Violations.ToList() ?? [];
        if (result.Exception is ViolationException { Violation: var thrown } && !violations.Contains(thrown))
            violations.Add(thrown);
        return
        [
            .. violations.Select(violation => new ViolationReport(
                input.Redactor.Text(violation.Expected), input.Redactor.Text(violation.Actual), Report(violation.Exchange))
            {
                After = record is null ? null : Report(DecisiveExchange.Of(violation, record)),
                Sample = violation.Sample is { } sample ? Report(sample, exchanges) : null,
                IsHarm = violation.IsHarm,
            }),
        ];
    }

    private SampleReport Report(Sample sample, IReadOnlyList<Exchange> exchanges) => new(
        sample.Kind,
        sample.Total,
        [
            .. sample.Deviating.Select(deviation => new DeviationReport(
                input.Redactor.Text(deviation.Name), input.Redactor.Text(deviation.Actual), IndexOf(deviation.Exchange, exchanges))),
        ]);

    private ExchangeReport? Report(Exchange? exchange) => ExchangeReports.Of(exchange, input.Redactor, input.Logs);

    private static int? IndexOf(Exchange? exchange, IReadOnlyList<Exchange> exchanges)
    {
        var index = exchanges.TakeWhile(other => !other.IsSameAs(exchange)).Count();
        return index < exchanges.Count ? index : null;
    }
}
