using System.Globalization;
using Conformance.Reports.Model;

namespace Conformance.Reports.Wording;

/// <summary>The last line of a run, for people and for <c>grep</c>.</summary>
public static class SummaryLine
{
    /// <summary>E.g. <c>64 passed, 0 failed, 1 warned, 3 skipped, 0 errors in 2.1 s</c>; kinds of response in violation are named if there are any.</summary>
    public static string Of(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        var summary = report.Summary;
        var responses = report.FailedResponses == 0
            ? ""
            : $", {Counted.Of(report.FailedResponses, "kind")} of response in violation";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{summary.Passed} passed, {summary.Failed} failed, {summary.Warned} warned, {summary.Skipped} skipped, {Counted.Of(summary.Errors, "error")}{responses} in {Counted.Seconds(summary.Elapsed)}");
    }
}
