using System.Text.Json;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Judging;

/// <summary>
/// Which form an error has to have. Most have the standard error's. A response may document another: the 401 of user-interactive
/// authentication has
/// <c>flows</c>. But any operation may also fail for a general reason (a dead token) with the same status, and then the standard error is
/// right.
/// </summary>
internal static class ErrorShape
{
    private static readonly string[] TokenFailures = ["M_MISSING_TOKEN", "M_UNKNOWN_TOKEN", "M_USER_LOCKED", "M_USER_DEACTIVATED"];

    /// <summary>Whether the documented schema is of another shape than the standard error: it would refuse one.</summary>
    public static bool IsSpecial(Answer answer) => answer.Schema?.IsValid("""{"errcode":"M_UNKNOWN","error":"unknown"}"""u8) == false;

    /// <summary>Whether the answer is a challenge, as its member <c>flows</c> tells.</summary>
    public static bool IsChallenge(JsonElement body) => body.Has("flows");

    /// <summary>Whether the answer has to meet the documented schema.</summary>
    public static bool MustMeetSchema(Answer answer, JsonElement body)
    {
        if (!answer.IsClientError || !IsSpecial(answer))
            return true;
        // Without an error code it can be nothing but the documented shape, well or badly made.
        return answer.Response.ErrorCode is null || IsChallenge(body);
    }

    /// <summary>Whether the answer has to be a standard error.</summary>
    public static bool MustBeStandardError(Answer answer, JsonElement body)
    {
        if (!answer.IsClientError)
            return false;
        if (!IsSpecial(answer) && !IsChallenge(body))
            return true;
        // A challenge after a failed attempt has both members, any other challenge neither.
        return IsChallenge(body) ? body.Has("errcode") || body.Has("error") : answer.Response.ErrorCode is not null;
    }

    /// <summary>Whether an error code says that the access token, not the user's authentication, was the reason.</summary>
    public static bool IsTokenFailure(string errorCode) =>
        TokenFailures.Contains(errorCode) || !errorCode.StartsWith("M_", StringComparison.Ordinal);
}
