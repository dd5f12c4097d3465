namespace Conformance.Reports.JUnit;

/// <summary>A <c>testsuite</c>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Cases">Its cases.</param>
internal sealed record JUnitSuite(string Name, IReadOnlyList<JUnitCase> Cases);
