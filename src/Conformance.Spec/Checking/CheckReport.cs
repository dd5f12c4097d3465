namespace Conformance.Spec.Checking;

/// <summary>What a check has found.</summary>
/// <param name="Findings">The findings by file, line and column.</param>
/// <param name="Visited">How many things of each kind were looked at: <c>files</c>, <c>operations</c>, <c>schemas</c>, <c>response
/// examples</c>, …</param>
public sealed record CheckReport(IReadOnlyList<CheckFinding> Findings, IReadOnlyList<KeyValuePair<string, int>> Visited)
{
    /// <summary>The number of errors among the findings; the check has failed if there are any.</summary>
    public int Errors => Findings.Count(finding => finding.Severity == CheckSeverity.Error);

    /// <summary>The number of warnings among the findings.</summary>
    public int Warnings => Findings.Count - Errors;
}
