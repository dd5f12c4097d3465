using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Tokens;

/// <summary>Faults by which a token of one kind passes for one of another.</summary>
internal static class MistakenTokenFaults
{
    private const string Access = "access_token";
    private const string Refresh = "refresh_token";
    private const string Login = "login_token";

    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("access-token-completes-the-stage-of-a-registration-token", "UIT-14",
            "An access token completes the stage m.login.registration_token.",
            With(Access, isMeant => Challenge("register", (body, call) => _ = isMeant(call.Body.Object("auth")?.String("token"))
                ? body["completed"] = new JsonArray(StageTypes.RegistrationToken)
                : null))),
        new("access-token-logs-in", "LOG-26", "An access token logs in as a login token does.", With(Access, LoggingIn)),
        new("access-token-refreshes", "REF-09", "An access token is exchanged for new tokens as a refresh token is.",
            With(Access, Refreshing)),
        new("login-token-authenticates", "TOK-17", "A login token authenticates a request.", With(Login, Authenticating)),
        new("login-token-is-a-valid-registration-token", "REG-35", "A login token is said to be a valid registration token.",
            With(Login, isMeant => Answer("registrationTokenValidity", (body, call) =>
                _ = isMeant(call.Target.Query("token")) ? body["valid"] = true : null))),
        new("login-token-refreshes", "REF-09", "A login token is exchanged for new tokens as a refresh token is.", With(Login, Refreshing)),
        new("refresh-token-authenticates", "TOK-17", "A refresh token authenticates a request.", With(Refresh, Authenticating)),
        new("refresh-token-logs-in", "LOG-26", "A refresh token logs in as a login token does.", With(Refresh, LoggingIn)),
        new("refresh-token-is-a-services", "APS-07", "A refresh token is taken for the token of an application service at a login.",
            With(Refresh, isMeant => Instead("login", call =>
                isMeant(call.Token) && call.Body.String("type") == LoginTypes.ApplicationService ? Session() : null))),
        new("refresh-token-in-the-query-authenticates", "TOK-17", "A refresh token authenticates a request, if it stands in the query.",
            With(Refresh, isMeant => EveryRefusal(ErrorCodes.UnknownToken, (refused, next) =>
                isMeant(refused.Target?.Query(Access)) ? Owner() : next(refused)))),
    ];

    // The tokens of a kind are those that answers gave under its name.
    private static Change With(string kind, Func<Predicate<string?>, Change> make) => PerServer(() =>
    {
        var issued = new ConcurrentDictionary<string, bool>();
        return
        [
            Watch("login register refresh generateLoginToken", body => _ = body[kind] is { } token && (issued[token.ToString()] = true)),
            make(token => token is not null && issued.ContainsKey(token)),
        ];
    });

    private static Change Authenticating(Predicate<string?> isMeant) => EveryRefusal(ErrorCodes.UnknownToken, (refused, next) =>
        refused.OperationId == OperationIds.GetTokenOwner && isMeant(refused.Token) ? Owner() : next(refused));

    private static Change LoggingIn(Predicate<string?> isMeant) =>
        Instead("login", call => isMeant(call.Body.String("token")) ? Session() : null);

    private static Change Refreshing(Predicate<string?> isMeant) => Instead("refresh", call =>
        isMeant(call.Body.String(Refresh)) ? Reply.Ok(new JsonObject { [Access] = OpaqueTokens.Create() }) : null);

    private static Reply Owner() => Reply.Ok(new JsonObject { ["user_id"] = "@somebody:hs.example" });

    private static Reply Session() => Reply.Ok(new JsonObject
    {
        ["user_id"] = "@somebody:hs.example",
        [Access] = OpaqueTokens.Create(),
        ["device_id"] = OpaqueTokens.CreateName(10),
    });
}
