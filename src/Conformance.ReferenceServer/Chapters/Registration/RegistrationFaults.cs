using System.Collections.Concurrent;
using System.Text;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Accounts;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Faults;
using Conformance.ReferenceServer.Http;
using Conformance.ReferenceServer.Json;
using Conformance.ReferenceServer.Models;
using static Conformance.ReferenceServer.Faults.Changes;

namespace Conformance.ReferenceServer.Chapters.Registration;

/// <summary>Faults of registrations.</summary>
internal static class RegistrationFaults
{
    /// <summary>The faults.</summary>
    public static IReadOnlyList<Fault> All { get; } =
    [
        new("asking-reserves-the-name", "REG-33", "A name that was asked about is taken from then on.",
            PerServer(Reserving)),
        new("authentication-data-sets-the-password", "REG-14",
            "A password among the authentication data of a registration becomes that of the account.",
            Rule<RegistrationRules>(rules => rules with
            {
                PasswordOf = body => body.Object("auth")?.String("password") ?? body.String("password"),
            })),
        new("closed-registration-is-unrecognized", "REG-22", "With registration closed a registration is refused with M_UNRECOGNIZED.",
            Refusal("register", ErrorCodes.Forbidden, refusal => refusal.As(404, ErrorCodes.Unrecognized))),
        new("closed-registration-looks-at-tokens", "REG-36", "With registration closed a registration token is said to be not valid.",
            Accepted("registrationTokenValidity", ErrorCodes.Forbidden, () => Reply.Ok(new JsonObject { ["valid"] = false }))),
        new("device-name-of-a-registration-is-lost", "REG-16", "The name given to the device at registration is not kept.",
            Body("register", body => body.Remove("initial_device_display_name"))),
        new("free-name-is-not-available", "REG-29", "The answer about a free name says that it is not available.",
            Answer("checkUsernameAvailability", body => body["available"] = false)),
        new("guest-can-inhibit-the-login", "REG-25", "The registration of a guest heeds inhibit_login.",
            Answer("register", (body, call) =>
                _ = IsGuest(call) && call.Body.Boolean("inhibit_login") == true && body.Remove("access_token")
                    && body.Remove("device_id"))),
        new("guest-chooses-its-device", "REG-26", "A guest gets the device that it asks for.",
            Rule<RegistrationRules>(rules => rules with { GuestDevice = body => body.String("device_id") })),
        new("guest-chooses-a-password", "REG-25", "A guest gets the password that it asks for.",
            Rule<RegistrationRules>(rules => rules with { GuestPassword = body => body.String("password") })),
        new("guest-gets-no-token", "REG-24", "The registration of a guest gives no access token.",
            Answer("register", (body, call) => _ = IsGuest(call) && body.Remove("access_token"))),
        new("guests-are-challenged", "REG-23", "A guest is neither let in nor refused, but asked to authenticate.",
            Request("register", call => IsGuest(call) ? call with { Target = RequestTarget.Parse("/") } : call)),
        new("inhibited-login-has-a-lifetime", "REG-05", "A registration without a session says how long its access token lives.",
            Answer("register", body => IfInhibited(body, () => body["expires_in_ms"] = 60_000))),
        new("inhibited-login-hides-the-user", "REG-01", "A registration without a session does not say which user it made.",
            Answer("register", (body, call) => IfInhibited(body, () => _ = call.Token is null && body.Remove("user_id")))),
        new("inhibited-login-opens-a-session", "REG-04", "A registration with inhibit_login true gives a session.",
            Request("register", call =>
                call.Token is null && call.Body.Boolean("inhibit_login") == true ? With(call, "inhibit_login", false) : call)),
        new("invalid-name-is-forbidden", "REG-09", "A name outside the grammar is refused with 403.",
            Refusal("register", ErrorCodes.InvalidUsername, refusal => refusal.As(403, ErrorCodes.Forbidden))),
        new("invalid-name-is-in-use", "REG-31", "Of a name outside the grammar it is said that it is taken.",
            Refusal("checkUsernameAvailability", ErrorCodes.InvalidUsername, refusal => refusal.As(400, ErrorCodes.UserInUse))),
        new("login-is-inhibited-unasked", "REG-02", "A registration with inhibit_login false gives no session.",
            Request("register", call => call.Body.Boolean("inhibit_login") == false ? With(call, "inhibit_login", true) : call)),
        new("long-names-are-taken", "REG-10", "A name that makes the user ID longer than 255 bytes is taken.",
            Rule<AccountRules>(rules => rules with { LongestUserId = int.MaxValue })),
        new("made-up-device-is-not-the-sessions", "REG-15",
            "A registration that names no device tells another than the access token belongs to.",
            Answer("register", (body, call) =>
                body["device_id"] = call.Body.Has("device_id") || !body.ContainsKey("device_id")
                    ? body["device_id"]?.DeepClone()
                    : "ELSEWHERE")),
        new("name-taken-meanwhile-is-given-twice", "REG-21",
            "Who finishes a registration last gets a session of the account that has the name already.",
            Rule<RegistrationRules>(rules => rules with { ChecksNames = call => !call.Body.Has("auth") }),
            Rule<AccountRules>(rules => rules with { NamesAreUnique = false })),
        new("name-with-an-equals-sign-is-replaced", "REG-08",
            "A name with an equals sign gives a user ID that has nothing to do with it.",
            Request("register", call =>
                NameOf(call).Contains('=')
                    ? With(call, "username", Convert.ToHexStringLower(Encoding.UTF8.GetBytes(NameOf(call))))
                    : call)),
        new("nameless-registration-is-refused", "REG-12", "A registration with a password and no name is refused.",
            Request("register", call =>
                call.Body.Has("password") && !call.Body.Has("username") ? throw MatrixException.Missing("username") : call)),
        new("names-are-checked-after-authentication", "REG-20", "A name that cannot be had is refused only after authentication.",
            Rule<RegistrationRules>(rules => rules with
            {
                ChecksNames = call => call.Body.Has("auth") || Register.IsForService(call.Body),
            })),
        new("names-keep-their-capitals", "REG-11", "Names that differ in case only give two accounts.",
            Rule<AccountRules>(rules => rules with { LowersNames = false })),
        new("names-may-have-exclamation-marks", "REG-09", "A name with an exclamation mark is taken as it is.",
            Rule<AccountRules>(rules => rules with { LocalpartLetters = rules.LocalpartLetters + "!" })),
        new("passwords-of-registrations-lose-non-ascii", "REG-13",
            "Of a password given at registration only the ASCII characters are kept.",
            Rule<RegistrationRules>(rules => rules with
            {
                PasswordOf = body => body.String("password") is { } password ? string.Concat(password.Where(char.IsAscii)) : null,
            })),
        new("plus-sign-becomes-an-exclamation-mark", "REG-07", "A name with a plus sign gives a user ID outside the grammar.",
            Answer("register", body => body["user_id"] = body["user_id"]!.ToString().Replace('+', '!'))),
        new("registration-always-gives-a-refresh-token", "REG-06",
            "A registration gives a refresh token to clients that did not ask for one.",
            Body("register", body => body["refresh_token"] = true)),
        new("registration-of-kind-user-is-unchallenged", "REG-17",
            "A registration that says it is of the kind \"user\" succeeds without authentication.",
            Rule<RegistrationRules>(rules => rules with
            {
                Authenticates = call => !Register.IsForService(call.Body) && call.Target.Query("kind") is null,
            })),
        new("reserved-name-is-available", "REG-32", "A name in an exclusive namespace is said to be available.",
            Accepted("checkUsernameAvailability", ErrorCodes.Exclusive, () => Reply.Ok(new JsonObject { ["available"] = true }))),
        new("reserved-name-is-in-use", "REG-19", "A name in an exclusive namespace is refused as a taken one.",
            Refusal("register", ErrorCodes.Exclusive, (refusal, call) =>
                Register.IsForService(call.Body) ? refusal : refusal.As(400, ErrorCodes.UserInUse))),
        new("service-registration-is-challenged", "APS-05", "A service that registers a user with a session must authenticate.",
            Rule<RegistrationRules>(rules => rules with
            {
                Authenticates = call => !Register.IsForService(call.Body) || call.Body.Boolean("inhibit_login") != true,
            })),
        new("session-of-a-made-up-device-is-dead", "REG-03",
            "A registration that names no device gives an access token that does not work.",
            Answer("register", (body, call) => body["access_token"] =
                call.Body.Has("device_id") || !body.ContainsKey("access_token")
                    ? body["access_token"]?.DeepClone()
                    : OpaqueTokens.Create())),
        new("taken-name-is-available", "REG-30", "A taken name is said to be available.",
            Accepted("checkUsernameAvailability", ErrorCodes.UserInUse, () => Reply.Ok(new JsonObject { ["available"] = true }))),
        new("taken-name-is-invalid", "REG-18", "A taken name is refused as an invalid one.",
            Refusal("register", ErrorCodes.UserInUse, refusal => refusal.As(400, ErrorCodes.InvalidUsername))),
        new("token-validity-is-text", "REG-34", "Whether a registration token is valid is said in a text.",
            Answer("registrationTokenValidity", body => body["valid"] = (bool)body["valid"]! ? "true" : "false")),
        new("unknown-kind-is-a-user", "REG-23", "An account of a kind that does not exist is made as a user's.",
            Request("register", call =>
                call.Target.Query("kind") is null or "user" or "guest" ? call : call with { Target = RequestTarget.Parse("/") })),
        new("unknown-kind-is-a-guest", "REG-23", "An account of a kind that does not exist is made as a guest.",
            Request("register", call =>
                call.Target.Query("kind") is null or "user" or "guest"
                    ? call
                    : call with { Target = RequestTarget.Parse("/?kind=guest") })),
        new("unknown-registration-token-is-not-found", "REG-35", "A registration token that does not exist is not found.",
            Answer("registrationTokenValidity", body =>
                _ = (bool)body["valid"]! ? body : throw MatrixException.NotFound("There is no such token."))),
        new("upgraded-guest-stays-a-guest", "REG-28", "A guest who registers with the guest's access token stays a guest.",
            Rule<AccountRules>(rules => rules with { UpgradeEndsGuest = false })),
        new("guest-is-taken-over-with-any-token", "REG-28", "Whoever names a guest gets its account, whatever the guest access token.",
            Rule<RegistrationRules>(rules => rules with { MayUpgrade = (_, _) => true })),
        new("name-of-a-guest-is-free", "REG-28", "Whoever asks for the name of a guest gets its account.",
            Rule<RegistrationRules>(rules => rules with { ChecksNames = _ => false }),
            Rule<AccountRules>(rules => rules with { NamesAreUnique = false })),
        new("asked-name-cannot-be-registered", "REG-33", "A name that was asked about is refused as a taken one when it is registered.",
            PerServer(RefusingAsked)),
        new("guests-are-challenged-where-none-are-let-in", "REG-23", "Where no guests are let in, a guest is asked to authenticate.",
            Accepted("register", ErrorCodes.GuestAccessForbidden, () => Reply.OfJson(401, []))),
        new("refresh-token-of-a-registration-is-withheld", "REG-06",
            "A registration that names no device gives no refresh token, though it was asked for.",
            Request("register", call =>
                call.Body.Has("refresh_token") && !call.Body.Has("device_id") ? With(call, "refresh_token", false) : call)),
        new("registration-completed-twice-makes-two-accounts", "UIA-21",
            "A registration that is completed twice in its session at the same time makes two accounts.",
            Overlapping("register", call => NameOf(call).Length == 0 ? SessionOf(call) : null, AsAnotherUser)),
        new("registrations-at-the-same-time-share-the-name", "REG-21",
            "Two clients that register the same name at the same time both get a session of the account.",
            Overlapping("register", call => SessionOf(call) is not null && NameOf(call).Length > 0 ? NameOf(call) : null, reply => reply)),
        new("registration-token-is-used-up-late", "UIT-14", "A registration token can be used again until its use is counted.",
            Rule<RegistrationRules>(rules => rules with { UsesAreCountedAfter = TimeSpan.FromMilliseconds(500) })),
        new("registration-gives-another-user-id", "REG-08",
            "A registration that names no device gives a user ID that has nothing to do with the name.",
            Answer("register", (body, call) => IfNoDevice(call, () => body["user_id"] = "@somebody:localhost"))),
        new("registration-hides-the-user", "REG-01", "A registration that names no device does not say which user it made.",
            Answer("register", (body, call) => IfNoDevice(call, () => body.Remove("user_id")))),
        new("registration-must-ask-for-a-login", "REG-02",
            "A registration that names no device gives no session if it does not ask for one.",
            Answer("register", (body, call) => IfNoDevice(call, () => _ = !call.Body.Has("inhibit_login") && body.Remove("access_token")))),
        new("reserved-name-is-forbidden", "REG-19", "A name in an exclusive namespace is refused with M_FORBIDDEN.",
            Refusal("register", ErrorCodes.Exclusive, (refusal, call) =>
                Register.IsForService(call.Body) ? refusal : refusal.As(403, ErrorCodes.Forbidden))),
        new("service-user-needs-a-password", "APS-05", "A service cannot register a user without a password.",
            Request("register", call =>
                Register.IsForService(call.Body) && !call.Body.Has("password") ? throw MatrixException.Missing("password") : call)),
        new("user-ids-have-capitals", "REG-07", "A registration that names no device gives a user ID in capitals.",
            Answer("register", (body, call) => IfNoDevice(call, () => body["user_id"] = body["user_id"]!.ToString().ToUpperInvariant()))),
        new("user-id-of-a-registration-is-a-number", "REG-01", "A registration that names no device gives its user ID as a number.",
            Answer("register", (body, call) => IfNoDevice(call, () => body["user_id"] = 42))),
    ];

    private static bool IsGuest(Call call) => call.Target.Query("kind") == "guest";

    private static string NameOf(Call call) => call.Body.String("username") ?? "";

    private static string? SessionOf(Call call) => call.Body.Object("auth")?.String("session");

    private static Reply AsAnotherUser(Reply reply)
    {
        if (reply.Status != 200 || JsonNode.Parse(reply.Body.Span) is not JsonObject body)
        {
            return reply;
        }

        body["user_id"] = $"@{OpaqueTokens.CreateName(8).ToLowerInvariant()}:localhost";
        return Reply.Ok(body);
    }

    private static void IfNoDevice(Call call, Action change)
    {
        if (!call.Body.Has("device_id"))
        {
            change();
        }
    }

    private static void IfInhibited(JsonObject body, Action change)
    {
        if (!body.ContainsKey("access_token"))
        {
            change();
        }
    }

    private static Call With(Call call, string member, JsonNode value)
    {
        var body = JsonObject.Create(call.Body.Element)!;
        body[member] = value;
        return call with { Body = RequestObject.Parse(Encoding.UTF8.GetBytes(body.ToJsonString())) };
    }

    private static IReadOnlyList<Change> RefusingAsked()
    {
        var asked = new ConcurrentDictionary<string, bool>();
        return
        [
            Answer("checkUsernameAvailability", (_, call) => asked[call.Target.Query("username")!] = true),
            Request("register", call =>
                asked.ContainsKey(NameOf(call)) ? throw new MatrixException(400, ErrorCodes.UserInUse, "The user ID is taken.") : call),
        ];
    }

    private static IReadOnlyList<Change> Reserving()
    {
        var asked = new ConcurrentDictionary<string, bool>();
        return
        [
            Request("checkUsernameAvailability", call => asked.TryAdd(call.Target.Query("username") ?? "", true)
                ? call
                : throw new MatrixException(400, ErrorCodes.UserInUse, "The user ID is taken.")),
        ];
    }
}
