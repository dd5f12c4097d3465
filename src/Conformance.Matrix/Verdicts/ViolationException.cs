namespace Conformance.Matrix.Verdicts;

/// <summary>Ends a scenario because the server did not meet an expectation.</summary>
/// <param name="violation">What was not met.</param>
public sealed class ViolationException(Violation violation)
    : Exception($"Expected: {violation.Expected}{Environment.NewLine}Actual:   {violation.Actual}{(violation.Sample is { } sample ? $" in {sample}" : "")}")
{
    /// <summary>What was not met.</summary>
    public Violation Violation { get; } = violation;
}
