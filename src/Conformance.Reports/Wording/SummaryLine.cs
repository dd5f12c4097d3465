using System.Globalization;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;

namespace Conformance.Reports.Wording;

/// <summary>The last line of a run, for people and for <c>grep</c>.</summary>
public static class SummaryLine
{
    /// <summary>
    /// E.g. <c>64 passed, 0 failed, 1 warned, 3 skipped, 0 errors in 2.1 s</c>. What was not checked, deaths of the homeserver, kinds of
    /// response in violation or against a recommendation, and stale entries of the baseline are named if there are any, expected failures
    /// if there is a baseline.
    /// </summary>
    public static string Of(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var summary = report.Summary;
        var expected = report.Baseline is null ? "" : string.Create(CultureInfo.InvariantCulture, $" {summary.Expected} expected,");
        var notChecked = summary.NotChecked == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {summary.NotChecked} not checked");
        var deaths = report.Deaths.Count == 0 ? "" : $", {Counted.Of(report.Deaths.Count, "death")} of the homeserver";
        var responses = report.FailedResponses == 0
            ? ""
            : $", {Counted.Of(report.FailedResponses, "kind")} of response in violation";
        var warned = report.Responses.Count(response => response is { Verdict: Verdict.Warn, IsExpected: false });
        var warnedResponses = warned > 0
            ? $", {Counted.Of(warned, "kind")} of response warned"
            : "";
        var expectedResponses = report.Responses.Count(response => response.IsExpected) is var count and > 0
            ? $", {Counted.Of(count, "kind")} of response expected"
            : "";
        var stale = report.StaleEntries == 0
            ? ""
            : $", {Counted.Of(report.StaleEntries, "stale baseline entry", "stale baseline entries")}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Passed} passed, {summary.Failed} failed,{expected} {summary.Warned} warned, {summary.Skipped} skipped, {Counted.Of(summary.Errors, "error")}{notChecked}{deaths}{responses}{warnedResponses}{expectedResponses}{stale} in {Counted.Seconds(summary.Elapsed)}");
    }
}
