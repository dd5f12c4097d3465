using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>A 5xx that the specification does not document for the operation: the server broke.</summary>
internal sealed class ServerErrorCheck : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Status < 500 || answer.Documented is not null)
            yield break;
        yield return new Finding(
            FindingKind.ServerError,
            FindingSeverity.Violation,
            "",
            "an answer below 500",
            $"{answer.Status}{(answer.Response.ErrorCode is { } code ? $" {code}" : " with a body that is not a standard error")}",
            $"{answer.Name}: the server failed to handle the request.");
    }
}
