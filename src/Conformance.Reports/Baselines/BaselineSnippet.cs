using Conformance.Reports.Causes;
using Conformance.Reports.Model;

namespace Conformance.Reports.Baselines;

/// <summary>The lines that put a finding into a server's baseline: what is seen, a reason to fill in, the server version it was seen
/// on.</summary>
internal static class BaselineSnippet
{
    private const string Reason = "why this is accepted";

    /// <summary>The entries for all that a cause shows.</summary>
    /// <param name="cause">The cause.</param>
    /// <param name="report">The run.</param>
    public static IReadOnlyList<string> For(Cause cause, RunReport report)
    {
        var marks = new CauseMarks(report);
        var shown = cause.Scenarios.SelectMany(scenario => NewEntries.Unlisted(scenario, marks))
            .Concat(cause.Responses.Where(response => !response.IsExpected).SelectMany(marks.Of));
        return Lines(shown.Distinct(), cause.Scenarios.SelectMany(scenario => NewEntries.ByScenario(scenario, Reason)), report);
    }

    /// <summary>The entries for a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="report">The run.</param>
    public static IReadOnlyList<string> For(ScenarioReport scenario, RunReport report) =>
        Lines(NewEntries.Unlisted(scenario, new CauseMarks(report)), NewEntries.ByScenario(scenario, Reason), report);

    /// <summary>The entries for a kind of response.</summary>
    /// <param name="response">The kind of response.</param>
    /// <param name="report">The run.</param>
    public static IReadOnlyList<string> For(ResponseReport response, RunReport report) =>
        Lines(new CauseMarks(report).Of(response), [], report);

    // What an entry of the file lists already is not listed twice.
    private static IReadOnlyList<string> Lines(IEnumerable<CauseMark> marks, IEnumerable<BaselineEntry> others, RunReport report)
    {
        var known = NewEntries.MarksOf(report.Baseline is { } baseline ? [.. baseline.Expected, .. baseline.Unchecked] : []);
        return
        [
            .. NewEntries.Together([.. marks.Except(known)])
                .Select(difference => new BaselineEntry { Difference = difference, Reason = Reason })
                .Concat(others)
                .SelectMany(entry => BaselineWriter.Lines(entry with { Server = report.Target.ToServer() })),
        ];
    }
}
