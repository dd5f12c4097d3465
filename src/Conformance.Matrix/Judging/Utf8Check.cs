using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>
/// "API Standards": all JSON is encoded in UTF-8. RFC 8259, section 8.2, lets an escape name half a surrogate pair and warns that what a
/// reader makes of it cannot be foretold.
/// </summary>
internal sealed class Utf8Check : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Expectation != BodyExpectation.Json)
            yield break;
        if (answer.Scan.FirstBadByte is { } offset)
            yield return new Finding(
                FindingKind.Utf8,
                FindingSeverity.Violation,
                "",
                "a body in UTF-8",
                $"a byte 0x{answer.Response.Body.Span[offset]:X2} at offset {offset} that is not UTF-8",
                $"{answer.Name}: the body must be UTF-8.");
        if (answer.Scan.HalfSurrogate is { } escape)
            yield return new Finding(
                FindingKind.Utf8,
                FindingSeverity.Warning,
                "",
                "strings of Unicode characters",
                $"half a surrogate pair at offset {escape}",
                $"{answer.Name}: a string has half a surrogate pair, which stands for no character and cannot be encoded in UTF-8.");
    }
}
