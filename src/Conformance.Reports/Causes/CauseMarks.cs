using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;

namespace Conformance.Reports.Causes;

/// <summary>Names what scenarios and kinds of response show, for baselines.</summary>
/// <param name="report">The run: an operation that answered anything but 404 and 405 in it is there.</param>
internal sealed partial class CauseMarks(RunReport report)
{
    private readonly HashSet<string> _implemented =
        [.. report.Responses.Where(response => response.ShowsOperation).Select(response => response.Operation)];

    /// <summary>Whether the answer says that the operation does not exist.</summary>
    public bool IsNotImplemented(ViolationReport violation) =>
        violation.Exchange is { Operation: { } operation } && !_implemented.Contains(operation) && Absence().IsMatch(violation.Actual);

    /// <summary>The marks of a scenario: one for each of its checks and violations. The harm that one does is no other deviation.</summary>
    public IReadOnlyList<CauseMark> Of(ScenarioReport scenario) =>
        [.. scenario.Deviations.SelectMany(violation => Of(scenario, violation)).Distinct()];

    /// <summary>The marks of one of a scenario's violations: one for each of its checks.</summary>
    public IEnumerable<CauseMark> Of(ScenarioReport scenario, ViolationReport violation) =>
        IsNotImplemented(violation)
            ? [NotImplemented(violation)]
            : scenario.Checks.Select(check => Of(check, violation));

    /// <summary>The mark of a violation of a check.</summary>
    public static CauseMark Of(string? check, ViolationReport violation) =>
        new(check, violation.Exchange?.Operation, Seen.Of(violation.Actual));

    /// <summary>The mark of a violation whose operation is not there.</summary>
    public static CauseMark NotImplemented(ViolationReport violation) => Of(CauseMark.NotImplemented, violation);

    /// <summary>The marks of a kind of response: one for each finding that counts.</summary>
    public IReadOnlyList<CauseMark> Of(ResponseReport response) =>
    [
        .. Counting(response)
            .Select(finding => finding.Kind is FindingKind.NotImplemented
                ? new CauseMark(CauseMark.NotImplemented, response.Operation, finding.Actual)
                : new CauseMark(response.Check, null, Seen.Of(finding.Pointer, finding.Actual)))
            .Distinct(),
    ];

    /// <summary>The findings of a kind of response that give it its verdict: the worst, and under <c>--strict</c> all but notes.</summary>
    public IEnumerable<FindingReport> Counting(ResponseReport response)
    {
        var worst = response.Findings.Select(finding => finding.Severity).DefaultIfEmpty(FindingSeverity.Note).Max();
        var least = report.Strictness is Strictness.Strict && worst > FindingSeverity.Note ? FindingSeverity.Warning : worst;
        return response.Findings.Where(finding => finding.Severity >= least && least > FindingSeverity.Note);
    }

    [GeneratedRegex(@"^40[45]( M_UNRECOGNIZED)?$")]
    private static partial Regex Absence();
}
