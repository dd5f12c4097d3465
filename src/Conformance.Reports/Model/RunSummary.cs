namespace Conformance.Reports.Model;

/// <summary>How many scenarios had which verdict.</summary>
/// <param name="Passed">All asserted, nothing found.</param>
/// <param name="Failed">The specification is violated.</param>
/// <param name="Warned">A recommendation, or a derived requirement, is violated.</param>
/// <param name="Skipped">Did not run.</param>
/// <param name="Errors">The suite is at fault.</param>
/// <param name="Elapsed">How long the run took.</param>
public sealed record RunSummary(int Passed, int Failed, int Warned, int Skipped, int Errors, TimeSpan Elapsed);
