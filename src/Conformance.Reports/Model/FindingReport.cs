using Conformance.Matrix.Exchanges;

namespace Conformance.Reports.Model;

/// <summary>Something the judge found in a kind of response.</summary>
/// <param name="Kind">Which check found it.</param>
/// <param name="Severity">Whether it is a violation or a remark.</param>
/// <param name="Pointer">JSON Pointer into the body; empty for the answer as a whole.</param>
/// <param name="Expected">What the specification has.</param>
/// <param name="Actual">What the answer has.</param>
/// <param name="Message">One sentence for people.</param>
/// <param name="Count">How often it was found.</param>
/// <param name="Example">An exchange in which it was seen.</param>
public sealed record FindingReport(
    FindingKind Kind,
    FindingSeverity Severity,
    string Pointer,
    string Expected,
    string Actual,
    string Message,
    int Count,
    ExchangeReport? Example);
