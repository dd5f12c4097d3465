namespace Conformance.Matrix.Exchanges;

/// <summary>Something in an answer that the specification does not allow, or a remark on it.</summary>
/// <param name="Kind">Which check of the judge found it.</param>
/// <param name="Severity">Whether it is a violation or a remark.</param>
/// <param name="Pointer">JSON Pointer into the body; empty for the answer as a whole.</param>
/// <param name="Expected">What the specification has, one phrase.</param>
/// <param name="Actual">What the answer has, one phrase, redacted.</param>
/// <param name="Message">One sentence for people.</param>
public sealed record Finding(FindingKind Kind, FindingSeverity Severity, string Pointer, string Expected, string Actual, string Message);
