using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>Faults of access and refresh tokens.</summary>
internal static class TokenFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("expired-token-is-accepted", "TOK-06", "An access token that has expired is still accepted.",
            Rule<TokenRules>(rules => rules with { IsOver = (_, _) => false })),
        new("expired-token-is-not-said-to-be-soft", "TOK-07", "The error of an access token that has expired does not say soft_logout.",
            EveryRefusal(ErrorCodes.UnknownToken, refusal => refusal.As(401, ErrorCodes.UnknownToken))),
        new("logout-is-a-soft-one", "TOK-14", "A token that was logged out is answered with the promise that its session lives on.",
            EveryRefusal(ErrorCodes.UnknownToken, refusal => Soft(refusal, true))),
        new("missing-refresh-token-crashes", "REF-10", "A refresh without a refresh token ends in an internal error.",
            Refusal("refresh", ErrorCodes.MissingParam, refusal => refusal.As(500, ErrorCodes.Unknown))),
        new("new-access-token-revokes-nothing", "REF-06", "Use of a refreshed access token leaves the old refresh token valid.",
            Rule<TokenRules>(rules => rules with { OldTokenEndsBy = TokenUses.NewRefreshToken })),
        new("new-refresh-token-revokes-nothing", "REF-07", "Use of the new refresh token leaves the old one valid.",
            Rule<TokenRules>(rules => rules with { OldTokenEndsBy = TokenUses.NewAccessToken })),
        new("refresh-gives-lifetime-as-text", "REF-01", "The lifetime of a refreshed access token is a text.",
            Answer("refresh", body => body["expires_in_ms"] = "3600000")),
        new("refresh-keeps-the-new-refresh-token", "REF-08", "The new refresh token is kept back, and the old one revoked all the same.",
            Answer("refresh", body => body.Remove("refresh_token"))),
        new("refresh-needs-an-access-token", "REF-03", "A refresh without an access token is refused.",
            Request("refresh", call => call.Token is null ? throw MatrixException.MissingToken() : call)),
        new("refresh-at-the-same-time-is-refused", "REF-05", "Of two refreshes at the same time with one refresh token one is refused.",
            Overlapping("refresh", call => call.Body.String("refresh_token"), _ =>
                throw MatrixException.UnknownToken("The refresh token was used already."))),
        new("refresh-token-works-once", "REF-05", "A refresh token is revoked as soon as it is used, although no new token was used yet.",
            Rule<TokenRules>(rules => rules with { OldTokenEndsBy = TokenUses.Exchange })),
        new("refreshed-token-is-another-devices", "TOK-10", "A refreshed access token belongs to a device of its own.",
            Rule<TokenRules>(rules => rules with { RefreshedDevice = _ => "REFRESHED" })),
        new("refreshed-token-is-unknown", "REF-02", "The access token that a refresh gives is not known afterwards.",
            Answer("refresh", body => body["access_token"] = OpaqueTokens.Create())),
        new("service-refreshes-for-its-user", "REF-11", "A service that acts as a user gets tokens without a refresh token of that user.",
            Instead("refresh", call => call.Target.Query("user_id") is null
                ? null
                : Reply.Ok(new JsonObject { ["access_token"] = OpaqueTokens.Create() }))),
        new("soft-logout-is-text", "TOK-15", "The member soft_logout is a string.",
            EveryRefusal(ErrorCodes.UnknownToken, refusal => Soft(refusal, "no"))),
        new("soft-logout-is-text-without-a-token", "TOK-15", "The member soft_logout is a string if the request has no access token.",
            EveryRefusal(ErrorCodes.MissingToken, refusal => Soft(refusal, "no"))),
        new("token-that-never-was-is-forbidden", "TOK-04", "An access token that was never issued is forbidden instead of unknown.",
            PerServer(ForbiddingWhatNeverWas)),
        new("soft-logout-is-said-once", "TOK-16", "An expired token is said to be a soft logout once, and a real one from then on.",
            PerServer(SoftOnce)),
        new("unknown-refresh-token-is-forbidden", "REF-09", "An unknown refresh token is forbidden instead of unknown.",
            Refusal("refresh", ErrorCodes.UnknownToken, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("refresh-takes-no-access-token", "REF-03", "A refresh that comes with an access token is refused.",
            Request("refresh", call => call.Token is null ? call : throw MatrixException.UnknownToken("The access token is not wanted."))),
    ];

    private static MatrixException Soft(MatrixException refusal, JsonNode soft) => new(refusal.Status, refusal.ErrorCode, refusal.Message)
    {
        Extras = new Dictionary<string, JsonNode> { ["soft_logout"] = soft },
    };

    private static IReadOnlyList<Change> SoftOnce()
    {
        var told = new ConcurrentDictionary<string, bool>();
        return
        [
            EveryRefusal(ErrorCodes.UnknownToken, (refused, next) => next(
                refused.Token is null || refused.Reason.Extras.Count == 0 || told.TryAdd(refused.Token, true)
                    ? refused
                    : refused with { Reason = refused.Reason.As(401, ErrorCodes.UnknownToken) })),
        ];
    }

    private static IReadOnlyList<Change> ForbiddingWhatNeverWas()
    {
        var issued = new ConcurrentDictionary<string, bool>();
        return
        [
            Watch("login register refresh", body => issued[body["access_token"]?.ToString() ?? ""] = true),
            EveryRefusal(ErrorCodes.UnknownToken, (refused, next) => next(
                refused.Token is null || issued.ContainsKey(refused.Token)
                    ? refused
                    : refused with { Reason = refused.Reason.As(403, ErrorCodes.Forbidden) })),
        ];
    }
}
