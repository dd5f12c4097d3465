using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>"API Standards": all JSON is encoded in UTF-8.</summary>
internal sealed class Utf8Check : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Expectation != BodyExpectation.Json || answer.Scan.FirstBadByte is not { } offset)
            yield break;
        yield return new Finding(
            FindingKind.Utf8,
            FindingSeverity.Violation,
            "",
            "a body in UTF-8",
            $"a byte 0x{answer.Response.Body.Span[offset]:X2} at offset {offset} that is not UTF-8",
            $"{answer.Name}: the body must be UTF-8.");
    }
}
