using System.Globalization;
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
        _marks = new CauseMarks(report);
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
            .. report.Scenarios.Where(scenario => scenario.Verdict is Verdict.Fail or Verdict.Warn).SelectMany(Names),
            .. report.Responses.Where(response => response.Verdict is Verdict.Fail or Verdict.Warn).SelectMany(_marks.Of),
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
        var entries = _marks.Of(response).Select(mark => _byMark.GetValueOrDefault(mark)).Distinct().ToList();
        return response with { Listed = entries.Contains(null) ? [] : [.. entries.OfType<BaselineEntry>()] };
    }

    /// <summary>Whether the run showed a mark.</summary>
    public bool Shows(CauseMark mark) => _shown.Contains(mark);

    /// <summary>
    /// Whether the run looked for a mark in vain: scenarios about it ran, none that could show it was left out, and none showed it. An
    /// operation that was missing answered; a kind of response came. A 5xx that came and not again when tried alone is looked for another
    /// time.
    /// </summary>
    /// <param name="mark">The mark.</param>
    /// <param name="isWhole">Whether every scenario has run: any of them may bring a kind of response.</param>
    public bool IsGone(CauseMark mark, bool isWhole)
    {
        if (Shows(mark) || mark.Check is not { } check)
            return false;
        if (check == CauseMark.NotImplemented)
            return _report.Responses.Any(response => response.ShowsOperation && response.Operation == mark.Operation);
        if (_report.Responses.Any(response => response.CameAgain is false && (response.Check == check || IsAnswerOf(response, mark))))
            return false;
        var about = _report.Scenarios
            .Where(scenario => scenario.Checks.Contains(check)
                && (mark.Operation is not { } operation || scenario.Operations.Count == 0 || scenario.Operations.Contains(operation)))
            .ToList();
        return (isWhole || (_notSelected.TryGetValue(check, out var left) && left == 0))
            && about.All(scenario => scenario.Verdict is Verdict.Pass or Verdict.Fail or Verdict.Warn)
            && (about.Count > 0 || _report.Responses.Any(response => response.Check == check));
    }

    private static bool IsAnswerOf(ResponseReport response, CauseMark mark) => response.Operation == mark.Operation
        && mark.Seen.StartsWith(response.Status.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    // A run of some scenarios may not tell a missing operation from a thing that is not there: either name will do.
    private IEnumerable<CauseMark> Names(ScenarioReport scenario) => scenario.Deviations.SelectMany(violation =>
        _marks.IsNotImplemented(violation)
            ? scenario.Checks.Select(check => CauseMarks.Of(check, violation)).Append(CauseMarks.NotImplemented(violation))
            : _marks.Of(scenario, violation));

    // The entries that list each of the scenario's violations for a check; null where one is listed by none.
    private IReadOnlyList<BaselineEntry>? Covering(ScenarioReport scenario, string? check)
    {
        var entries = scenario.Deviations.Select(violation =>
                (_marks.IsNotImplemented(violation) ? _byMark.GetValueOrDefault(CauseMarks.NotImplemented(violation)) : null)
                ?? _byMark.GetValueOrDefault(CauseMarks.Of(check, violation)))
            .Distinct()
            .ToList();
        return entries.Count == 0 || entries.Contains(null) ? null : [.. entries.OfType<BaselineEntry>()];
    }
}
