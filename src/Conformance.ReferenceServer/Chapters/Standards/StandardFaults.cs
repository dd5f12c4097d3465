using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Standards;

/// <summary>Faults of the standards for all requests ("API standards").</summary>
internal static class StandardFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("any-bytes-are-utf8", "API-05", "Bytes that are not UTF-8 are replaced instead of being refused.",
            Rule<HttpRules>(rules => rules with { RefusesInvalidUtf8 = false })),
        new("every-number-must-be-canonical", "API-21", "A fraction or a great integer in a body makes it count as no JSON.",
            Rule<HttpRules>(rules => rules with { TakesEveryNumber = false })),
        new("malformed-authorization-crashes", "API-23", "An Authorization header without a bearer token ends in an internal error.",
            Rule<HttpRules>(rules => rules with
            {
                TokenOfOtherForms = _ => throw new MatrixException(500, ErrorCodes.Unknown, "The homeserver failed."),
            })),
        new("missing-body-crashes", "API-12", "A request without a body ends in an internal error.",
            NotJson("The body is empty", refusal => refusal.As(500, ErrorCodes.Unknown))),
        new("missing-member-crashes", "TPI-23", "A member that is missing ends in an internal error.",
            EveryRefusal(ErrorCodes.MissingParam, refusal => refusal.As(500, ErrorCodes.Unknown))),
        new("missing-member-is-not-found", "API-12", "A member that is missing is answered with 404.",
            EveryRefusal(ErrorCodes.MissingParam, refusal => refusal.As(404, ErrorCodes.NotFound))),
        new("path-that-is-not-utf8-crashes", "API-22", "A path that is not UTF-8 ends in an internal error.",
            EveryRefusal(ErrorCodes.InvalidParam, refusal =>
                refusal.Message.StartsWith("The path is not", StringComparison.Ordinal)
                    ? refusal.As(500, ErrorCodes.Unknown)
                    : refusal)),
        new("not-utf8-crashes", "API-05", "A body that is not UTF-8 ends in an internal error.",
            NotJson("The body is not valid UTF-8", refusal => refusal.As(500, ErrorCodes.Unknown))),
        new("unknown-identifier-type-crashes", "API-13", "An identifier of an unknown type ends in an internal error.",
            EveryRefusal(ErrorCodes.Unknown, refusal =>
                refusal.Message.StartsWith("The type of the identifier", StringComparison.Ordinal)
                    ? refusal.As(500, ErrorCodes.Unknown)
                    : refusal)),
        new("what-is-no-json-is-bad-json", "API-10", "A body that is not JSON is called JSON of the wrong shape.",
            EveryRefusal(ErrorCodes.NotJson, refusal => refusal.As(400, ErrorCodes.BadJson))),
        new("wrong-method-is-not-found", "API-15", "A method that an endpoint does not have is answered with 404.",
            EveryRefusal(ErrorCodes.Unrecognized, refusal => refusal.As(404, ErrorCodes.Unrecognized))),
        new("wrong-type-crashes", "API-11", "A member of the wrong type ends in an internal error.",
            EveryRefusal(ErrorCodes.BadJson, refusal => refusal.As(500, ErrorCodes.Unknown))),
    ];

    private static Change NotJson(string message, Func<MatrixException, MatrixException> change) => EveryRefusal(
        ErrorCodes.NotJson, refusal => refusal.Message.StartsWith(message, StringComparison.Ordinal) ? change(refusal) : refusal);
}
