using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>A JSON object has no member twice: RFC 8259 says SHOULD, since readers disagree on which of the two counts.</summary>
internal sealed class DuplicateMemberCheck : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Expectation != BodyExpectation.Json || !answer.Scan.IsJson)
            yield break;
        foreach (var pointer in answer.Scan.Duplicates)
        {
            yield return new Finding(
                FindingKind.DuplicateMember,
                FindingSeverity.Warning,
                pointer,
                "each member once",
                $"{pointer} more than once",
                $"{answer.Name}: {pointer} occurs more than once in its object.");
        }
    }
}
