using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Chapters.Tokens;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Logouts;

/// <summary>Faults of logouts.</summary>
internal static class LogoutFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("devices-logged-out-everywhere-stay-listed", "LGO-09", "The devices that were logged out everywhere stay in the list.",
            Rule<DeviceRules>(rules => rules with { LogoutEverywhere = DeviceParts.All & ~DeviceParts.Listing })),
        new("keys-logged-out-everywhere-survive", "LGO-10", "The keys of the devices that were logged out everywhere are still given.",
            Rule<DeviceRules>(rules => rules with { LogoutEverywhere = DeviceParts.All & ~DeviceParts.Keys })),
        new("one-time-keys-logged-out-everywhere-survive", "KEY-07",
            "The one-time keys of the devices that were logged out everywhere are still given out.",
            Rule<DeviceRules>(rules => rules with { LogoutEverywhere = DeviceParts.All & ~DeviceParts.OneTimeKeys })),
        new("logged-out-device-one-time-keys-survive", "KEY-07", "The one-time keys of a device that was logged out are still given out.",
            Rule<DeviceRules>(rules => rules with { Logout = DeviceParts.All & ~DeviceParts.OneTimeKeys })),
        new("logged-out-device-keys-survive", "LGO-04", "The keys of a device that was logged out are still given.",
            Rule<DeviceRules>(rules => rules with { Logout = DeviceParts.All & ~DeviceParts.Keys })),
        new("logged-out-device-stays-listed", "LGO-03", "A device that was logged out stays in the list.",
            Rule<DeviceRules>(rules => rules with { Logout = DeviceParts.All & ~DeviceParts.Listing })),
        new("logged-out-refresh-token-survives", "REF-12", "The refresh token of a device that was logged out stays valid.",
            Rule<DeviceRules>(rules => rules with { Logout = DeviceParts.All & ~DeviceParts.RefreshTokens })),
        new("logged-out-token-survives", "LGO-02", "The access token of a device that was logged out stays valid.",
            Rule<DeviceRules>(rules => rules with { Logout = DeviceParts.All & ~DeviceParts.AccessTokens })),
        new("login-token-session-survives-logout-everywhere", "LGO-08",
            "A session that a login token began survives a logout everywhere.",
            Surviving(SessionOrigin.LoginToken, SessionEnd.LogoutEverywhere)),
        new("logout-ends-every-session", "LGO-05", "A logout ends every session of the user.",
            Rule<DeviceRules>(rules => rules with { LoggedOut = (owner, _) => owner.Devices.Keys })),
        new("logout-ends-sessions-of-others", "LGO-05",
            "A logout ends the sessions of users whose names come later in the alphabet, on devices of the same ID.",
            Rule<DeviceRules>(rules => rules with
            {
                LoggedOutOwners = (asking, all) =>
                    all.Where(other => other == asking || string.CompareOrdinal(NameOf(other), NameOf(asking)) > 0),
            })),
        new("logout-everywhere-ends-sessions-of-others", "LGO-08", "A logout everywhere ends the sessions of all users.",
            Rule<DeviceRules>(rules => rules with { LoggedOutEverywhereOwners = (_, all) => all })),
        new("logout-everywhere-is-challenged", "LGO-07", "A logout everywhere asks for further authentication.",
            Response("logout_all", _ => Reply.OfJson(401, new JsonObject { ["flows"] = Flows(), ["session"] = "session" }))),
        new("logout-everywhere-spares-the-caller", "LGO-08", "A logout everywhere leaves the session it was asked on.",
            Rule<DeviceRules>(rules => rules with { SparedByLogoutEverywhere = caller => caller.DeviceId })),
        new("exchanged-refresh-token-survives-logout-everywhere", "REF-12",
            "A refresh token that was exchanged for another survives a logout everywhere.",
            Rule<TokenRules>(rules => rules with
            {
                RefreshTokenEnds = (token, end) => !token.IsExchanged || end != SessionEnd.LogoutEverywhere,
            })),
        new("refresh-tokens-logged-out-everywhere-survive", "REF-12",
            "The refresh tokens of devices that were logged out everywhere stay valid.",
            Rule<TokenRules>(rules => rules with { RefreshTokenEnds = (_, end) => end != SessionEnd.LogoutEverywhere })),
        new("refreshed-token-survives-logout", "LGO-02", "An access token that a refresh gave survives its logout.",
            Rule<TokenRules>(rules => rules with { AccessTokenEnds = (token, end) => !token.IsRefreshed || end != SessionEnd.Logout })),
        new("service-session-survives-logout", "LGO-02", "A session that an application service began survives its logout.",
            Surviving(SessionOrigin.ApplicationService, SessionEnd.Logout)),
        new("token-in-the-query-survives-logout", "LGO-02", "A token that was logged out is still accepted in the query.",
            PerServer(InTheQuery)),
        new("tokens-logged-out-everywhere-survive", "LGO-08", "The access tokens of devices that were logged out everywhere stay valid.",
            Rule<TokenRules>(rules => rules with { AccessTokenEnds = (_, end) => end != SessionEnd.LogoutEverywhere })),
        new("logout-gives-an-array", "LGO-01", "A logout gives an empty array.",
            Response("logout", reply => reply with { Body = "[]"u8.ToArray() })),
        new("logout-needs-a-body", "LGO-06", "A logout with an empty body is refused.",
            Request("logout", call =>
                call.Bytes.IsEmpty
                    ? throw new MatrixException(400, ErrorCodes.NotJson, "The body is empty; a JSON object is needed.")
                    : call)),
    ];

    private static Change Surviving(SessionOrigin origin, SessionEnd end) => Rule<TokenRules>(rules =>
        rules with { AccessTokenEnds = (token, how) => token.Origin != origin || how != end });

    private static IReadOnlyList<Change> InTheQuery()
    {
        var owners = new ConcurrentDictionary<string, string>();
        return
        [
            Answer("logout", (_, call) => owners[call.Token!] = call.RequiredCaller.Account.UserId),
            EveryRefusal(ErrorCodes.UnknownToken, (refused, next) =>
                refused is { OperationId: OperationIds.GetTokenOwner, Token: { } token, Target: { } target }
                && target.Query("access_token") is not null && owners.TryGetValue(token, out var owner)
                    ? Reply.Ok(new JsonObject { ["user_id"] = owner })
                    : next(refused)),
        ];
    }

    // The suite numbers its users: alice-12 and alice-34 have the same name, and do not end each other's sessions.
    private static string NameOf(Account account) => account.UserId[..Math.Max(0, account.UserId.LastIndexOf('-'))];

    private static JsonArray Flows() => [new JsonObject { ["stages"] = new JsonArray(StageTypes.Password) }];
}
