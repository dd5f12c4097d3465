using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;

namespace Conformance.Reports.Baselines;

/// <summary>The lines that put a finding into a server's baseline: what is seen, a reason to fill in, the server version it was seen
/// on.</summary>
internal static class BaselineSnippet
{
    private const string Reason = "why this is accepted";

    /// <summary>The entries for a scenario.</summary>
    /// <param name="scenario">The scenario.</param>
    /// <param name="report">The run.</param>
    public static IReadOnlyList<string> For(ScenarioReport scenario, RunReport report) =>
        Lines(report with { Scenarios = [scenario with { Verdict = Verdict.Fail }], Responses = Passed(report) });

    /// <summary>The entries for a kind of response.</summary>
    /// <param name="response">The kind of response.</param>
    /// <param name="report">The run.</param>
    public static IReadOnlyList<string> For(ResponseReport response, RunReport report) =>
        Lines(report with { Scenarios = [], Responses = [response with { Verdict = Verdict.Fail }] });

    private static IReadOnlyList<string> Lines(RunReport report) =>
    [
        .. NewEntries.Of(report, Known(report)).SelectMany(entry =>
            BaselineWriter.Lines(entry with { Reason = Reason, Server = report.Target.ToServer() })),
    ];

    private static IEnumerable<BaselineEntry> Known(RunReport report) =>
        report.Baseline is { } baseline ? [.. baseline.Expected, .. baseline.Unchecked] : [];

    // They tell which operations are there, and are not what the snippet is about.
    private static IReadOnlyList<ResponseReport> Passed(RunReport report) =>
        [.. report.Responses.Select(response => response with { Verdict = Verdict.Pass })];
}
