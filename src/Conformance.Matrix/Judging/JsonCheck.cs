using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>"API Standards": every endpoint but the media downloads returns JSON.</summary>
internal sealed class JsonCheck : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Expectation != BodyExpectation.Json || answer.Scan.Error is not { } error)
            yield break;
        yield return new Finding(FindingKind.Json, FindingSeverity.Violation, "", "a JSON body", error,
            $"{answer.Name}: the body must be JSON.");
    }
}
