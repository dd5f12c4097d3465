using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Model;

namespace Conformance.Reports.Baselines;

/// <summary>Which entries of a baseline list what a run showed.</summary>
internal sealed class BaselineListing
{
    private readonly RunReport _report;
    private readonly CauseMarks _marks;
    private readonly ILookup<string?, BaselineEntry> _byScenario;
    private readonly ILookup<string?, BaselineEntry> _byResponse;
    private readonly Dictionary<CauseMark, BaselineEntry> _byMark = [];
    private readonly HashSet<CauseMark> _shown;
    private readonly Dictionary<string, int> _notSelected;

    /// <param name="report">The run.</param>
    /// <param name="baseline">The baseline; its entries do not overlap.</param>
    public BaselineListing(RunReport report, Baseline baseline)
    {
        _report = report;
        _marks = new CauseMarks(report.Responses);
        Differences = [.. baseline.Entries.Where(entry => entry.Difference is not null)];
        foreach (var entry in Differences)
        {
            foreach (var mark in entry.Difference!.Marks)
                _byMark[mark] = entry;
        }

        _notSelected = report.Requirements.ToDictionary(
            requirement => requirement.Id, requirement => requirement.NotSelected, StringComparer.Ordinal);
        var others = baseline.Entries.Where(entry => entry.Difference is null).ToList();
        _byScenario = others.Where(entry => entry.Scenario is not null).ToLookup(entry => entry.Scenario, StringComparer.Ordinal);
        _byResponse = others.Where(entry => entry.Scenario is null).ToLookup(entry => entry.Check, StringComparer.Ordinal);
        _shown =
        [
            .. report.Scenarios.Where(scenario => scenario.Verdict is Verdict.Fail or Verdict.Warn).SelectMany(_marks.Of),
            .. report.Responses.Where(response => response.Verdict is Verdict.Fail or Verdict.Warn).SelectMany(CauseMarks.Of),
        ];
    }

    /// <summary>The entries about a difference, in the file's order.</summary>
    public IReadOnlyList<BaselineEntry> Differences { get; }

    /// <summary>The scenario with the entries that are about it.</summary>
    public ScenarioReport Listed(ScenarioReport scenario)
    {
        var own = _byScenario[scenario.Id].ToList();
        var entries = new List<BaselineEntry>(own);
        var checks = new List<string?>(own.Select(entry => entry.Check));
        foreach (var check in scenario.Checks.Except(checks).ToList())
        {
            if (Covering(scenario, check) is not { } covering)
                continue;
            checks.Add(check);
            entries.AddRange(covering.Except(entries));
        }

        return scenario with { Listed = entries, ListedChecks = checks };
    }

    /// <summary>The kind of response with the entries that list all that was found.</summary>
    public ResponseReport Listed(ResponseReport response)
    {
        if (_byResponse[response.Check].FirstOrDefault() is { } whole)
            return response with { Listed = [whole] };
        return response with { Listed = Entries(CauseMarks.Of(response)) ?? [] };
    }

    /// <summary>Whether the run showed what an entry lists.</summary>
    public bool Shows(BaselineEntry entry) => entry.Difference!.Marks.Any(_shown.Contains);

    /// <summary>
    /// Whether the run looked for what an entry lists: scenarios about it ran, and none that could show it was left out. For an operation
    /// that was missing, that it answered; for a kind of response, that it came, and for a 5xx, that it was not tried alone in vain.
    /// </summary>
    /// <param name="entry">The entry.</param>
    /// <param name="isWhole">Whether every scenario has run: any of them may bring a kind of response.</param>
    public bool HasLooked(BaselineEntry entry, bool isWhole)
    {
        var (checks, operations) = (entry.Difference!.Checks, entry.Difference.Operations);
        if (checks.Contains(CauseMark.NotImplemented, StringComparer.Ordinal))
            return _report.Responses.Any(response =>
                response.Status is not (404 or 405) && operations.Contains(response.Operation, StringComparer.Ordinal));
        if (_report.Responses.Any(response => response.CameAgain is false && checks.Contains(response.Check, StringComparer.Ordinal)))
            return false;
        var about = _report.Scenarios
            .Where(scenario => scenario.Checks.Intersect(checks).Any()
                && (operations.Count == 0 || scenario.Operations.Count == 0 || scenario.Operations.Overlaps(operations)))
            .ToList();
        return (isWhole || checks.All(check => _notSelected.TryGetValue(check, out var left) && left == 0))
            && about.All(scenario => scenario.Verdict is Verdict.Pass or Verdict.Fail or Verdict.Warn)
            && (about.Count > 0 || _report.Responses.Any(response => checks.Contains(response.Check, StringComparer.Ordinal)));
    }

    // The entries that list each of the scenario's violations for a check; null where one is listed by none.
    private IReadOnlyList<BaselineEntry>? Covering(ScenarioReport scenario, string? check) => Entries(
    [
        .. scenario.Violations.Select(violation => _marks.Of(scenario, violation)
            .First(mark => mark.Check == check || mark.Check == CauseMark.NotImplemented)),
    ]);

    private IReadOnlyList<BaselineEntry>? Entries(IReadOnlyList<CauseMark> marks)
    {
        var entries = marks.Select(mark => _byMark.GetValueOrDefault(mark)).Distinct().ToList();
        return marks.Count == 0 || entries.Contains(null) ? null : [.. entries.OfType<BaselineEntry>()];
    }
}
