using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Verdicts;

/// <summary>One of several things that a step looked at, and that was not as expected.</summary>
/// <param name="Name">Which one, as short as people would say it: <c>without /password</c>, <c>/devices/0/device_id</c>.</param>
/// <param name="Actual">What was seen, one phrase, redacted.</param>
/// <param name="Exchange">Where it was seen.</param>
public sealed record Deviation(string Name, string Actual, Exchange? Exchange);
