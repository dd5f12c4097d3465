using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;
using Conformance.Reports.Model;

namespace Conformance.Reports.Causes;

/// <summary>Names what scenarios and kinds of response show, for baselines.</summary>
/// <param name="responses">The kinds of response of the run: an operation that answered anything else is there.</param>
internal sealed partial class CauseMarks(IEnumerable<ResponseReport> responses)
{
    private readonly HashSet<string> _implemented =
        [.. responses.Where(response => response.Status is not (404 or 405)).Select(response => response.Operation)];

    /// <summary>Whether the answer says that the operation does not exist.</summary>
    public bool IsNotImplemented(ViolationReport violation) =>
        violation.Exchange is { Operation: { } operation } && !_implemented.Contains(operation) && Absence().IsMatch(violation.Actual);

    /// <summary>The marks of a scenario: one for each of its checks and violations.</summary>
    public IReadOnlyList<CauseMark> Of(ScenarioReport scenario) =>
        [.. scenario.Violations.SelectMany(violation => Of(scenario, violation)).Distinct()];

    /// <summary>The marks of one of a scenario's violations: one for each of its checks.</summary>
    public IEnumerable<CauseMark> Of(ScenarioReport scenario, ViolationReport violation)
    {
        var seen = Seen.Of(violation.Actual);
        var operation = violation.Exchange?.Operation;
        return IsNotImplemented(violation)
            ? [new CauseMark(CauseMark.NotImplemented, operation, seen)]
            : scenario.Checks.Select(check => new CauseMark(check, operation, seen));
    }

    /// <summary>The marks of a kind of response: one for each finding that counts.</summary>
    public static IReadOnlyList<CauseMark> Of(ResponseReport response) =>
    [
        .. Counting(response)
            .Select(finding => new CauseMark(response.Check, null, Seen.Of(finding.Pointer, finding.Actual)))
            .Distinct(),
    ];

    /// <summary>The findings of a kind of response that give it its verdict.</summary>
    public static IEnumerable<FindingReport> Counting(ResponseReport response)
    {
        var worst = response.Findings.Select(finding => finding.Severity).DefaultIfEmpty(FindingSeverity.Note).Max();
        return response.Findings.Where(finding => finding.Severity == worst && worst > FindingSeverity.Note);
    }

    [GeneratedRegex(@"^40[45]( M_UNRECOGNIZED)?$")]
    private static partial Regex Absence();
}
