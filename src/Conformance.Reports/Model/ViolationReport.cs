namespace Conformance.Reports.Model;

/// <summary>An expectation that the server did not meet.</summary>
/// <param name="Expected">All acceptable answers, one phrase.</param>
/// <param name="Actual">What was seen, one phrase.</param>
/// <param name="Exchange">The exchange in which it was seen; null where it is about none in particular.</param>
public sealed record ViolationReport(string Expected, string Actual, ExchangeReport? Exchange);
