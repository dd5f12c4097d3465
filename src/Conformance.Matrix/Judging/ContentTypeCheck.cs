using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>"API Standards": every JSON answer carries Content-Type <c>application/json</c>; parameters are allowed.</summary>
internal sealed class ContentTypeCheck : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Expectation != BodyExpectation.Json || answer.IsJsonMediaType || answer.Response.Body.IsEmpty)
            yield break;
        yield return new Finding(
            FindingKind.ContentType,
            FindingSeverity.Violation,
            "",
            "Content-Type application/json",
            answer.MediaType is { Length: > 0 } other ? $"Content-Type {other}" : "no Content-Type",
            $"{answer.Name}: a JSON answer must have the Content-Type application/json.");
    }
}
