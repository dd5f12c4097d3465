namespace Conformance.Reports.Model;

/// <summary>An expectation that the server did not meet.</summary>
/// <param name="Expected">All acceptable answers, one phrase.</param>
/// <param name="Actual">What was seen, one phrase.</param>
/// <param name="Exchange">The exchange in which it was seen; null where it is about none in particular.</param>
public sealed record ViolationReport(string Expected, string Actual, ExchangeReport? Exchange)
{
    /// <summary>The earlier exchange that should have had the effect, or should not; null where the violation is in the answer
    /// itself.</summary>
    public ExchangeReport? After { get; init; }

    /// <summary>Which of several things deviate in this way; null where there was but one.</summary>
    public SampleReport? Sample { get; init; }

    /// <summary>Whether it shows what became of a request that should have been refused and was not: it belongs to the violation before
    /// it.</summary>
    public bool IsHarm { get; init; }
}
