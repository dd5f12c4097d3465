using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>
/// "Standard error response": an error is an object with the strings <c>errcode</c> and <c>error</c>. The text has both as MUST, the schema
/// and an example
/// only <c>errcode</c>; so a missing <c>error</c> is a warning.
/// </summary>
internal sealed class StandardErrorCheck : ICheck
{
    public IEnumerable<Finding> Examine(Answer answer)
    {
        if (answer.Json is not { } body || !ErrorShape.MustBeStandardError(answer, body))
            yield break;
        if (body.ValueKind != JsonValueKind.Object)
        {
            yield return New(answer, FindingSeverity.Violation, "", "an object with errcode and error",
                Excerpt.Of(body, "", answer.Redactor),
                "an error must be a JSON object with errcode and error.");
            yield break;
        }

        if (LacksErrorCode(body))
            yield return New(answer, FindingSeverity.Violation, "/errcode", "a string errcode",
                Excerpt.Of(body, "/errcode", answer.Redactor),
                "an error must have an errcode.");
        if (!IsString(body, "error"))
            yield return New(answer, FindingSeverity.Warning, "/error", "a string error", Excerpt.Of(body, "/error", answer.Redactor),
                "an error must have an error text besides its errcode.");
        if (answer.Operation is not null && ErrorShape.IsSpecial(answer) && !ErrorShape.IsChallenge(body)
            && answer.Status == 401 && answer.Response.ErrorCode is { } code && !ErrorShape.IsTokenFailure(code))
        {
            yield return New(
                answer, FindingSeverity.Warning, "/flows", "a challenge with flows, or an error about the access token",
                    $"{code} without flows",
                "a 401 that is not about the access token must list the flows again.");
        }
    }

    /// <summary>Whether a body has no string <c>errcode</c>.</summary>
    public static bool LacksErrorCode(JsonElement body) => !IsString(body, "errcode");

    private static bool IsString(JsonElement body, string member) => body.Text(member) is not null;

    private static Finding New(Answer answer, FindingSeverity severity, string pointer, string expected, string actual, string sentence) =>
        new(FindingKind.StandardError, severity, pointer, expected, actual, $"{answer.Name}: {sentence}");
}
