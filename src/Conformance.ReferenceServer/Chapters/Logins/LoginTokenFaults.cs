using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>Faults of login tokens.</summary>
internal static class LoginTokenFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("expired-login-token-is-accepted", "LGT-06", "A login token that has expired is still accepted, once.",
            Rule<LoginRules>(rules => rules with { TokenIsOver = (_, _) => false })),
        new("login-token-asks-no-authentication", "LGT-02", "A login token is given without further authentication.",
            Rule<LoginRules>(rules => rules with { TokenAuthenticates = _ => false })),
        new("login-token-is-given-twice-for-one-authentication", "LGT-03",
            "A request for a login token that is completed twice in its session at the same time gives two tokens.",
            Overlapping("generateLoginToken", call => call.Body.Object("auth")?.String("session"), WithAnotherToken)),
        new("login-token-asks-once", "LGT-03", "After the first login token the next ones are given without further authentication.",
            PerServer(OnlyOnce)),
        new("login-token-is-the-latest-users", "LOG-27", "A login token logs in whoever asked for one last.",
            PerServer(LatestToken)),
        new("login-token-lifetime-is-text", "LGT-01", "The lifetime of a login token is a text.",
            Answer("generateLoginToken", body => body["expires_in_ms"] = "120000")),
        new("login-token-lives-an-hour", "LGT-07", "A login token is said to live for an hour.",
            Answer("generateLoginToken", body => body["expires_in_ms"] = 3_600_000)),
        new("what-is-no-json-gets-no-login-token", "LGT-08", "A request for a login token whose body is not JSON is forbidden.",
            EveryRefusal(ErrorCodes.NotJson, (refused, next) => next(refused.OperationId == "generateLoginToken"
                ? refused with { Reason = refused.Reason.As(403, ErrorCodes.Forbidden) }
                : refused))),
        new("login-token-capability-is-text", "LGT-09", "The capability m.get_login_token is a text.",
            Answer("getCapabilities", body => body["capabilities"]!["m.get_login_token"] = new JsonObject { ["enabled"] = "yes" })),
        new("login-token-takes-no-device-id", "LGT-05", "A login with a login token does not take the device ID that it is given.",
            Body("login", body => _ = body.ContainsKey("token") && body.Remove("device_id"))),
        new("login-token-works-twice-at-the-same-time", "LGT-04", "Two logins at the same time with one login token both succeed.",
            Overlapping("login", call => call.Body.String("token"), reply => reply)),
        new("login-token-works-twice", "LGT-04", "A login token works more than once.",
            Rule<LoginRules>(rules => rules with { LoginsPerToken = 2 })),
    ];

    private static Reply WithAnotherToken(Reply reply)
    {
        if (reply.Status != 200 || JsonNode.Parse(reply.Body.Span) is not JsonObject body)
        {
            return reply;
        }

        body["login_token"] = OpaqueTokens.Create();
        return Reply.Ok(body);
    }

    private static IReadOnlyList<Change> OnlyOnce()
    {
        var known = new ConcurrentDictionary<string, bool>();
        return
        [
            Rule<LoginRules>(rules => rules with { TokenAuthenticates = call => !known.ContainsKey(call.RequiredCaller.Account.UserId) }),
            Answer("generateLoginToken", (_, call) => known[call.RequiredCaller.Account.UserId] = true),
        ];
    }

    private static IReadOnlyList<Change> LatestToken()
    {
        JsonNode? latest = null;
        return
        [
            Answer("generateLoginToken", body => latest = body["login_token"]),
            Body("login", body => _ = body.ContainsKey("token") ? body["token"] = latest?.DeepClone() : null),
        ];
    }
}
