using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Devices;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Logins;

/// <summary>Faults of logins.</summary>
internal static class LoginFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("deactivated-account-is-not-found", "LOG-23", "A login to a deactivated account is answered with 404.",
            Refusal("login", ErrorCodes.UserDeactivated, refusal => refusal.As(404, ErrorCodes.NotFound))),
        new("deprecated-user-is-ignored", "LOG-28", "The deprecated member that names the user is not looked at.",
            Body("login", body => body.Remove("user"))),
        new("device-id-of-login-is-ignored", "LOG-16", "A login makes a device of its own although it is given a device ID.",
            Body("login", body => body.Remove("device_id"))),
        new("device-may-have-the-id-of-a-key", "LOG-24", "A login on a device with the ID of a cross-signing key is let in.",
            Rule<LoginRules>(rules => rules with { RefusesIdsOfKeys = false })),
        new("earlier-refresh-tokens-of-the-device-survive", "TOK-12",
            "A login with a device ID of its own leaves the refresh tokens of that device alive.",
            Rule<LoginRules>(rules => rules with { EndedByLogin = DeviceParts.AccessTokens })),
        new("earlier-tokens-of-the-device-survive", "TOK-11",
            "A login with a device ID of its own leaves the earlier access tokens of that device alive.",
            Rule<LoginRules>(rules => rules with { EndedByLogin = DeviceParts.RefreshTokens })),
        new("failed-login-is-challenged", "LOG-29", "A failed login is answered with flows.",
            Refusal("login", ErrorCodes.Forbidden, WithFlows),
            Refusal("login", ErrorCodes.MissingParam, WithFlows)),
        new("generated-device-id-is-always-the-same", "LOG-15", "Every login of a user without a device ID is on the same device.",
            Rule<DeviceRules>(rules => rules with { NewId = () => "DEVICE" })),
        new("invalid-login-token-is-unknown", "LOG-26", "A login token that is not valid is answered like an access token.",
            Refusal("login", ErrorCodes.Forbidden, (refusal, call) =>
                call.Body.Has("token") ? refusal.As(401, ErrorCodes.UnknownToken) : refusal)),
        new("login-input-errors-are-unauthorized", "LOG-35", "A login that lacks a member is answered with 401.",
            Refusal("login", ErrorCodes.MissingParam, refusal => refusal.As(401, refusal.ErrorCode))),
        new("localpart-names-nobody", "LOG-14", "A login by localpart is refused.",
            Request("login", call =>
                LocalpartOf(call) is null ? call : throw MatrixException.Forbidden("The user or the password is wrong."))),
        new("login-ends-the-same-device-of-others", "TOK-13",
            "A login on a device ends the sessions on devices of that ID of other users.",
            Rule<LoginRules>(rules => rules with { EndedOf = (_, everybody) => everybody })),
        new("login-flow-without-type", "LOG-02", "A login flow has no type.",
            Answer("getLoginFlows", body => body["flows"]![1]!.AsObject().Remove("type"))),
        new("login-flows-are-an-object", "LOG-01", "The login flows are an object.",
            Answer("getLoginFlows", body => body["flows"] = new JsonObject())),
        new("login-flows-need-an-access-token", "LOG-03", "The login flows are not told without an access token.",
            Request("getLoginFlows", call => call.Token is null ? throw MatrixException.MissingToken() : call)),
        new("login-gives-a-well-known-without-url", "LOG-13", "A login tells of a homeserver that has no base URL.",
            Answer("login", body => body["well_known"] = new JsonObject { ["m.homeserver"] = new JsonObject() })),
        new("login-gives-lifetime-as-text", "LOG-12", "The lifetime that a login gives is a text.",
            Answer("login", body => body["expires_in_ms"] = body["expires_in_ms"]?.ToString())),
        new("login-gives-no-user-id", "LOG-10", "A login does not say who has logged in.",
            Answer("login", body => body.Remove("user_id"))),
        new("login-gives-the-localpart", "LOG-11", "A login gives the localpart in place of the user ID.",
            Answer("login", body => body["user_id"] = body["user_id"]!.GetValue<string>().Split(':')[0])),
        new("login-renames-a-known-device", "LOG-17", "A login on a known device renames it.",
            Rule<DeviceRules>(rules => rules with { LoginRenamesKnownDevices = true })),
        new("login-token-ability-is-text", "LOG-05", "Whether login tokens can be generated is a text.",
            Answer("getLoginFlows", body => body["flows"]![1]!["get_login_token"] = "yes")),
        new("missing-login-type-is-password", "LOG-19", "A login without a type is taken for one by password.",
            Body("login", body => body["type"] ??= LoginTypes.Password)),
        new("number-names-nobody", "UIT-28", "A login by a telephone number is refused.",
            Request("login", call => IsByNumber(call) ? throw MatrixException.Forbidden("The user or the password is wrong.") : call)),
        new("capitals-name-a-user-not-found", "LOG-14", "A login by a user ID in another case is refused as not found.",
            Request("login", call => call.Body.Object("identifier")?.String("user") is { } user && user.Any(char.IsAsciiLetterUpper)
                ? throw MatrixException.NotFound("The user ID has capitals.")
                : call)),
        new("uia-stage-is-a-login-type", "LOG-20", "A login takes the types of authentication stages for one by password.",
            Body("login", body =>
                body["type"] = body["type"]?.ToString() is StageTypes.Dummy or StageTypes.Terms
                    ? LoginTypes.Password
                    : body["type"]?.DeepClone())),
        new("unknown-identifier-is-malformed", "LOG-25", "An unknown third-party identifier is answered like a malformed one.",
            Refusal("login", ErrorCodes.Forbidden, (refusal, call) =>
                (call.Body.Object("identifier") ?? call.Body).Has("user") || call.Body.Has("token")
                    ? refusal
                    : refusal.As(400, ErrorCodes.InvalidParam))),
        new("unknown-identifier-type-is-unauthorized", "LOG-35", "A login with an identifier of an unknown type is answered with 401.",
            Refusal("login", ErrorCodes.Unknown, refusal => refusal.Message.StartsWith("The type of the identifier", StringComparison.Ordinal)
                ? refusal.As(401, refusal.ErrorCode)
                : refusal)),
        new("login-tokens-are-no-login-type", "LOG-09", "A server with single sign-on does not know logins by login token.",
            Request("login", call => call.Body.String("type") == LoginTypes.Token
                ? throw new MatrixException(400, ErrorCodes.Unknown, "The login type is not known.")
                : call)),
        new("unknown-login-type-is-forbidden", "LOG-18", "An unknown login type is forbidden instead of malformed.",
            Refusal("login", ErrorCodes.Unknown, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("unknown-user-is-not-found", "LOG-22", "A login for a user that does not exist is answered with 404.",
            Refusal("login", ErrorCodes.Forbidden, (refusal, call) =>
                LocalpartOf(call) is null ? refusal : refusal.As(404, ErrorCodes.NotFound))),
        new("wrong-password-is-unauthorized", "LOG-21", "A wrong password is answered with 401.",
            Refusal("login", ErrorCodes.Forbidden, (refusal, call) =>
                call.Body.Has("password") ? refusal.As(401, ErrorCodes.Forbidden) : refusal)),
        new("wrong-password-seems-to-log-in", "LOG-21", "A login with a wrong password gives 200.",
            Accepted("login", ErrorCodes.Forbidden, Reply.Done)),
        new("login-page-is-missing", "LOG-30", "There is no page on which to log in.",
            Response("loginPage", _ => Reply.OfHtml(404, Html.Notice("Not found", "There is no such page.")))),
    ];

    private static string? LocalpartOf(Call call) =>
        call.Body.Object("identifier")?.String("user") is { } user && !user.StartsWith('@') ? user : null;

    private static bool IsByNumber(Call call) => call.Body.Object("identifier") is { } identifier
        && (identifier.String("type") == IdentifierTypes.Phone || identifier.String("medium") == Media.Phone);

    private static MatrixException WithFlows(MatrixException refusal) => new(refusal.Status, refusal.ErrorCode, refusal.Message)
    {
        Extras = new Dictionary<string, JsonNode>
        {
            ["flows"] = new JsonArray(new JsonObject { ["stages"] = new JsonArray(LoginTypes.Password) }),
        },
    };
}
