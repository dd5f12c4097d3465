using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;

namespace Conformance.Reports.Baselines;

/// <summary>Holds a run against a baseline.</summary>
public static class BaselineComparison
{
    /// <summary>The reason of an entry that <c>--update-baseline</c> adds.</summary>
    public const string NewReason = "new, to be triaged";

    private enum State
    {
        Unchecked,
        Expected,
        Stale,
    }

    /// <summary>The report with every expected failure marked, and the baseline's state beside it.</summary>
    /// <param name="report">The run.</param>
    /// <param name="baseline">The baseline.</param>
    /// <param name="isWhole">
    /// Whether every existing scenario has run. If not, a kind of response that passed may be one whose violation only another scenario
    /// provokes, and its entry is
    /// not called stale.
    /// </param>
    public static RunReport Apply(RunReport report, Baseline baseline, bool isWhole)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(baseline);
        var listing = new BaselineListing(report, baseline);
        var compared = report with
        {
            Scenarios = [.. report.Scenarios.Select(listing.Listed)],
            Responses = [.. report.Responses.Select(listing.Listed)],
        };
        var states = States(compared, listing, isWhole);
        var entries = baseline.Entries.ToLookup(entry => states.GetValueOrDefault(entry, State.Unchecked));
        var stale = baseline.Entries.SelectMany(entry => entry.Difference is { } difference
            ? Gone(entry, difference, listing, isWhole)
            : entries[State.Stale].Contains(entry) ? [entry] : []);
        return compared with
        {
            Baseline = new BaselineReport
            {
                File = baseline.File,
                Expected = [.. entries[State.Expected]],
                Stale = [.. stale],
                Unchecked = [.. entries[State.Unchecked]],
            },
        };
    }

    /// <summary>
    /// The baseline that this run asks for: stale entries go, and so do the stale parts of others; failures that are not listed come at the
    /// end, in the report's order; what was not checked stays. The entries of checks that fail name the server at hand.
    /// </summary>
    /// <param name="report">A run that was held against the baseline.</param>
    /// <param name="baseline">The baseline.</param>
    /// <returns>The new baseline, and what was done.</returns>
    public static (Baseline Baseline, BaselineUpdate Update) Update(RunReport report, Baseline baseline)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(baseline);
        var state = report.Baseline ?? throw new ArgumentException("The run has no baseline.", nameof(report));
        var server = report.Target.ToServer();
        var gone = NewEntries.MarksOf(state.Stale);
        var kept = baseline.Entries
            .SelectMany(entry => Remaining(state.Expected.Contains(entry) ? entry with { Server = server } : entry, gone, state))
            .ToList();
        var added = NewEntries.Of(report, kept, NewReason).Select(entry => entry with { Server = server }).ToList();
        return (baseline with { Entries = [.. kept, .. added] }, new BaselineUpdate(true, kept.Count, added.Count, state.Stale.Count));
    }

    // What the run looked for and did not see, of an entry that lists several things: the rest may still be there.
    private static IEnumerable<BaselineEntry> Gone(BaselineEntry entry, ListedDifference difference, BaselineListing listing, bool isWhole)
    {
        var gone = difference.Marks.Where(mark => listing.IsGone(mark, isWhole)).ToList();
        return gone.Count == difference.Marks.Count()
            ? [entry]
            : NewEntries.Together(gone).Select(part => entry with { Difference = part });
    }

    private static IEnumerable<BaselineEntry> Remaining(BaselineEntry entry, HashSet<CauseMark> gone, BaselineReport state)
    {
        if (entry.Difference is not { } difference)
            return state.Stale.Contains(entry) ? [] : [entry];
        var rest = difference.Marks.Where(mark => !gone.Contains(mark)).ToList();
        return rest.Count == difference.Marks.Count()
            ? [entry]
            : NewEntries.Together(rest).Select((part, index) =>
                entry with { Difference = part, Comments = index == 0 ? entry.Comments : [] });
    }

    private static Dictionary<BaselineEntry, State> States(RunReport report, BaselineListing listing, bool isWhole)
    {
        var states = new Dictionary<BaselineEntry, State>(ReferenceEqualityComparer.Instance);
        foreach (var scenario in report.Scenarios)
        {
            foreach (var entry in scenario.Listed.Where(entry => entry.Difference is null))
                states[entry] = Of(scenario.Verdict, passMeansStale: true);
        }

        foreach (var response in report.Responses)
        {
            foreach (var entry in response.Listed.Where(entry => entry.Difference is null))
                states[entry] = Of(response.Verdict, isWhole && response.CameAgain is not false);
        }

        foreach (var entry in listing.Differences)
        {
            var marks = entry.Difference!.Marks.ToList();
            states[entry] = marks.Any(listing.Shows) ? State.Expected
                : marks.All(mark => listing.IsGone(mark, isWhole)) ? State.Stale
                : State.Unchecked;
        }

        // An entry whose scenario has become several is stale when none of them shows it any more.
        var shown = states.Where(pair => pair.Value is State.Expected).Select(pair => (pair.Key.Check, pair.Key.Line)).ToHashSet();
        foreach (
            var entry in states.Where(pair => pair.Value is State.Stale && pair.Key.Line > 0
                && shown.Contains((pair.Key.Check, pair.Key.Line))).Select(pair => pair.Key).ToList())
            states[entry] = State.Unchecked;
        return states;
    }

    private static State Of(Verdict verdict, bool passMeansStale) => verdict switch
    {
        Verdict.Fail or Verdict.Warn => State.Expected,
        Verdict.Pass when passMeansStale => State.Stale,
        _ => State.Unchecked,
    };
}
