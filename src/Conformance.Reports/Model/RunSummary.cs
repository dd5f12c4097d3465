namespace Conformance.Reports.Model;

/// <summary>How many scenarios had which verdict.</summary>
/// <param name="Passed">All asserted, nothing found.</param>
/// <param name="Failed">The specification is violated, and no baseline lists it.</param>
/// <param name="Warned">A recommendation, or a derived requirement, is violated, and no baseline lists it.</param>
/// <param name="Skipped">Did not run.</param>
/// <param name="Errors">The suite is at fault.</param>
/// <param name="Elapsed">How long the run took.</param>
public sealed record RunSummary(int Passed, int Failed, int Warned, int Skipped, int Errors, TimeSpan Elapsed)
{
    private const int MostNotChecked = 20;

    /// <summary>Failed or warned as the baseline lists it; not among <see cref="Failed"/> and <see cref="Warned"/>.</summary>
    public int Expected { get; init; }

    /// <summary>Nothing can be said, neither at first nor when tried once more alone.</summary>
    public int NotChecked { get; init; }

    /// <summary>Those of <see cref="NotChecked"/> that need an operation which the server does not have: that is known, and told as a
    /// failure of the operation.</summary>
    public int Blocked { get; init; }

    /// <summary>How many scenarios there are in all.</summary>
    public int Total => Passed + Failed + Expected + Warned + Skipped + Errors + NotChecked;

    /// <summary>Whether the run says something about the server: something was checked, and no more than one in twenty of the scenarios
    /// could not be for a reason that is not known.</summary>
    public bool IsConclusive => Passed + Failed + Expected + Warned > 0 && (NotChecked - Blocked) * MostNotChecked <= Total;
}
