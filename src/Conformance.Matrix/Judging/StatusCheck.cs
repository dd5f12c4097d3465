using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>
/// The status is documented for the operation, or one that any operation may have. "Common error codes" lets every endpoint refuse a
/// malformed request (400),
/// a missing or dead token (401), a forbidden one (403), what is not there (404), an unknown endpoint or method (404, 405), too much at
/// once (413, 429);
/// and "Standard error response" ranks the error code above the status, so another 4xx with a standard error is only worth a warning.
/// </summary>
internal sealed class StatusCheck : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Operation is not { } operation || answer.Documented is not null || answer.Status >= 500 || IsGeneral(answer))
            yield break;
        var expected = $"one of {string.Join(", ", operation.Responses.Select(response => response.Status).Append("a general error (400, 401, 403, 404, 405, 413, 429)"))}";
        yield return new Finding(
            FindingKind.UndocumentedStatus,
            answer.IsClientError && answer.Response.ErrorCode is not null ? FindingSeverity.Warning : FindingSeverity.Violation,
            "",
            expected,
            answer.Response.ErrorCode is { } code ? $"{answer.Status} {code}" : $"{answer.Status}",
            $"{operation.Id}: the specification does not document the status {answer.Status}.");
    }

    private static bool IsGeneral(Answer answer) =>
        answer.Status is 400 or 401 or 403 or 404 or 405 or 408 or 413 or 414 or 429 or 431
        // Their status "will depend on the particular endpoint", or is not said.
        || (answer.IsClientError && answer.Response.ErrorCode is "M_USER_LIMIT_EXCEEDED" or "M_RESOURCE_LIMIT_EXCEEDED");
}
