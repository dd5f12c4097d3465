using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Model;

namespace Conformance.Reports.Baselines;

/// <summary>The entries that list what a run showed: as few as say just that, those of a cause together.</summary>
internal static class NewEntries
{
    /// <summary>The entries for all failures that no entry lists, the gravest first.</summary>
    /// <param name="report">A run that was held against a baseline.</param>
    /// <param name="listed">What is listed already; it is not listed twice.</param>
    /// <param name="reason">Why they are accepted, for all of them.</param>
    /// <returns>The entries, each with the cause's title as a comment.</returns>
    public static IEnumerable<BaselineEntry> Of(RunReport report, IEnumerable<BaselineEntry> listed, string reason)
    {
        var marks = new CauseMarks(report);
        var known = MarksOf(listed);
        foreach (var cause in CauseFinder.Of(report))
        {
            var unlisted = cause.Scenarios
                .Where(scenario => scenario.Verdict is Verdict.Fail)
                .SelectMany(scenario => Unlisted(scenario, marks))
                .Concat(cause.Responses
                    .Where(response => response is { Verdict: Verdict.Fail, IsExpected: false })
                    .SelectMany(marks.Of))
                .Where(known.Add)
                .ToList();
            foreach (var difference in Together(unlisted))
                yield return new BaselineEntry { Difference = difference, Reason = reason, Comments = [cause.Title] };
        }

        foreach (var scenario in report.Scenarios.Where(scenario => scenario.Verdict is Verdict.Fail))
        {
            foreach (var entry in ByScenario(scenario, reason))
                yield return entry;
        }
    }

    /// <summary>All that entries list.</summary>
    internal static HashSet<CauseMark> MarksOf(IEnumerable<BaselineEntry> entries) =>
        entries.SelectMany(entry => entry.Difference?.Marks ?? []).ToHashSet();

    /// <summary>What a scenario shows and no entry lists, as far as it has a check to be listed by.</summary>
    internal static IEnumerable<CauseMark> Unlisted(ScenarioReport scenario, CauseMarks marks) => marks.Of(scenario)
        .Where(mark => mark.Check == CauseMark.NotImplemented
            ? scenario.UnlistedChecks.Count > 0
            : mark.Check is not null && scenario.UnlistedChecks.Contains(mark.Check));

    /// <summary>The entries that list a scenario itself: what names no requirement, or broke in a hook.</summary>
    internal static IEnumerable<BaselineEntry> ByScenario(ScenarioReport scenario, string reason) => scenario.UnlistedChecks
        .Where(check => check is null || scenario.Violations.Count == 0)
        .Select(check => new BaselineEntry { Check = check, Scenario = scenario.Id, Reason = reason });

    /// <summary>The marks in as few differences as say no more than they do.</summary>
    internal static IEnumerable<ListedDifference> Together(IReadOnlyCollection<CauseMark> marks) => marks
        .GroupBy(mark => (mark.Check, mark.Seen, HasOperation: mark.Operation is not null))
        .Select(group => (
            group.Key.Check,
            group.Key.Seen,
            Operations: group.Select(mark => mark.Operation).OfType<string>().Order(StringComparer.Ordinal).ToList()))
        .GroupBy(group => (group.Seen, Operations: string.Join(' ', group.Operations)))
        .Select(group => new ListedDifference(
            [.. group.Select(part => part.Check!).Order(StringComparer.Ordinal)], group.First().Operations, [group.Key.Seen]))
        .GroupBy(difference => (Checks: string.Join(' ', difference.Checks), Operations: string.Join(' ', difference.Operations)))
        .Select(group => group.First() with { Seen = [.. group.SelectMany(difference => difference.Seen)] });
}
