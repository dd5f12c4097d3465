namespace Conformance.Reports.Model;

/// <summary>One of several things that a step looked at, and that was not as expected.</summary>
/// <param name="Name">Which one.</param>
/// <param name="Actual">What was seen, one phrase.</param>
/// <param name="Exchange">Where it was seen, as an index into the scenario's exchanges; null where they do not have it.</param>
public sealed record DeviationReport(string Name, string Actual, int? Exchange);
