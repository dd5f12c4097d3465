using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>
/// The status is documented for the operation, or the text of the specification allows it (<see cref="StatusRules"/>). Any other 2xx or
/// 3xx is a violation: a client that follows the document does not know what it means. "Errors are generally best expressed by their error
/// code rather than the HTTP status code", so another 4xx with an error code is worth a warning, and one without is a violation.
/// </summary>
internal sealed class StatusCheck : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Operation is not { } operation || answer.Documented is not null || answer.Status >= 500)
            yield break;
        var rules = StatusRules.Known;
        if (rules.AllowsBeside(operation.Id, answer.Status))
            yield break;
        var code = answer.IsClientError ? answer.Response.ErrorCode : null;
        var known = code is null ? null : rules.Of(code);
        if (known is not null && (known.Statuses?.Contains(answer.Status) ?? true))
            yield break;
        if (known is null && answer.IsClientError && rules.IsGeneral(answer.Status))
            yield break;
        var expected = known is { Statuses: { } statuses }
            ? $"{code} with {string.Join(" or ", statuses)} ({known.Clause})"
            : $"one of {string.Join(", ", operation.Responses.Select(response => response.Status).Append("a general error (400, 401, 403, 404, 405, 413, 429)"))}";
        yield return new Finding(
            FindingKind.UndocumentedStatus,
            code is null ? FindingSeverity.Violation : FindingSeverity.Warning,
            "",
            expected,
            code is null ? $"{answer.Status}" : $"{answer.Status} {code}",
            $"{operation.Id}: the specification does not document the status {answer.Status}.");
    }
}
