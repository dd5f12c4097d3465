using Conformance.Mutation.Wire;

namespace Conformance.Mutation.Variations;

/// <summary>Other error codes where the specification leaves the code open.</summary>
internal static class ErrorVariations
{
    /// <summary>Every variation of this kind.</summary>
    public static IReadOnlyList<Variation> All { get; } =
    [
        // "Request contained valid JSON, but it was malformed in some way, e.g. missing required keys, invalid values for keys": a missing
        // member is M_BAD_JSON's, too, and an invalid value is M_INVALID_PARAM's as well.
        Other("bad-json-for-missing-members", request => request.Body.Length > 0, (400, "M_MISSING_PARAM"), (400, "M_BAD_JSON")),
        Other("invalid-param-for-bad-json", _ => true, (400, "M_BAD_JSON"), (400, "M_INVALID_PARAM")),

        // An address that cannot be permitted is also one that nobody has.
        Other("not-found-for-addresses-that-are-not-permitted",
            request => request.OperationId.StartsWith("requestTokenToResetPassword", StringComparison.Ordinal),
            (403, "M_THREEPID_DENIED"), (400, "M_THREEPID_NOT_FOUND")),
        Other("forbidden-for-deactivated-users", request => request.OperationId is "login",
            (403, "M_USER_DEACTIVATED"), (403, "M_FORBIDDEN")),
    ];

    private static Variation Other(
        string name, Predicate<WireRequest> isMeant, (int Status, string ErrorCode) known, (int Status, string ErrorCode) other) => new(
        name, $"{known.Status} {known.ErrorCode} is {other.Status} {other.ErrorCode}.")
        {
            Layer = () => WireLayer.Answers((answer, request) =>
                answer.Status == known.Status && isMeant(request) && answer.Json is { } body
                    && (string?)body["errcode"] == known.ErrorCode && !body.ContainsKey("flows")
                    ? (answer with { Status = other.Status }).Changed(changed => changed["errcode"] = other.ErrorCode)
                    : answer),
            Filters =
        [
            "features/api-standards/", "features/registration/", "features/request-token/", "features/login/", "features/devices/",
            "features/password/",
        ],
        };
}
