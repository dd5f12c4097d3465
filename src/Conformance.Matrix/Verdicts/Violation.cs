using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Verdicts;

/// <summary>An expectation of a scenario that the server did not meet.</summary>
/// <param name="Expected">All acceptable answers, one phrase.</param>
/// <param name="Actual">What was seen, one phrase, redacted.</param>
/// <param name="Exchange">The exchange in which it was seen; null where it is about none in particular.</param>
public sealed record Violation(string Expected, string Actual, Exchange? Exchange)
{
    /// <summary>The things that deviate in this way, where a step looked at several; null where it looked at one.</summary>
    public Sample? Sample { get; init; }

    /// <summary>Whether it was seen in what prepares the scenario. The scenario is not about it.</summary>
    public bool IsOfSetUp { get; init; } = Exchange is { Role: ExchangeRole.SetUp };

    /// <summary>Whether it shows what became of a request that should have been refused and was not; the violation before it is that
    /// request's.</summary>
    public bool IsHarm { get; init; }
}
