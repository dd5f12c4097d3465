using System.Text.Json;
using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows the faults of registration.</summary>
internal static class RegistrationFaultProbes
{
    private const string Session = "access_token device_id user_id";
    private const string Unknown = "401 M_UNKNOWN_TOKEN";
    private const string Invalid = "400 M_INVALID_USERNAME";
    private const string InUse = "400 M_USER_IN_USE";
    private const string Exclusive = "400 M_EXCLUSIVE";

    public static IReadOnlyDictionary<string, FaultProbe> All { get; } = new Dictionary<string, FaultProbe>
    {
        ["inhibited-login-hides-the-user"] = new(Members("""{"inhibit_login": true}"""), "user_id", ""),
        ["inhibited-login-opens-a-session"] = new(Members("""{"inhibit_login": true}"""), "user_id", Session),
        ["inhibited-login-has-a-lifetime"] = new(Members("""{"inhibit_login": true}"""), "user_id", "expires_in_ms user_id"),
        ["login-is-inhibited-unasked"] = new(Members("""{"inhibit_login": false}"""), Session, "user_id"),
        ["registration-always-gives-a-refresh-token"] = new(Members("{}"), Session, "access_token device_id expires_in_ms refresh_token user_id"),
        ["session-of-a-made-up-device-is-dead"] = new(WhoAmIAsync, "200", Unknown),
        ["made-up-device-is-not-the-sessions"] = new(DeviceIsTheSessionsAsync, "True", "False"),
        ["device-name-of-a-registration-is-lost"] = new(DeviceNameAsync, "Jungle phone", ""),
        ["plus-sign-becomes-an-exclamation-mark"] = new(UserOf("a+b"), "@a+b:localhost", "@a!b:localhost"),
        ["name-with-an-equals-sign-is-replaced"] = new(async server => (await UserOf("a=b")(server) == "@a=b:localhost").ToString(), "True", "False"),
        ["names-keep-their-capitals"] = new(UserOf("Ab"), "@ab:localhost", "@Ab:localhost"),
        ["names-may-have-exclamation-marks"] = new(OutcomeOf("a!"), Invalid, "200"),
        ["invalid-name-is-forbidden"] = new(OutcomeOf("a b"), Invalid, "403 M_FORBIDDEN"),
        ["long-names-are-taken"] = new(OutcomeOf(new string('x', 300)), Invalid, "200"),
        ["reserved-name-is-in-use"] = new(OutcomeOf("_irc_a"), Exclusive, InUse),
        ["nameless-registration-is-refused"] = new(async server => (await RegisterAsync(server, """{"password": "p"}""")).Outcome, "200", "400 M_MISSING_PARAM"),
        ["passwords-of-registrations-lose-non-ascii"] = new(server => RegisterAndLogInAsync(server, "pässword", null), "200", "403 M_FORBIDDEN"),
        ["authentication-data-sets-the-password"] = new(server => RegisterAndLogInAsync(server, "first", "second"), "403 M_FORBIDDEN", "200"),
        ["registration-of-kind-user-is-unchallenged"] = new(Ask("user", "{}"), "401", "200"),
        ["taken-name-is-invalid"] = new(TwiceAsync, InUse, Invalid),
        ["names-are-checked-after-authentication"] = new(Ask("user", """{"username": "a b"}"""), Invalid, "401"),
        ["name-taken-meanwhile-is-given-twice"] = new(MeanwhileAsync, InUse, "200"),
        ["closed-registration-is-unrecognized"] = Closed(Ask("user", "{}"), "403 M_FORBIDDEN", "404 M_UNRECOGNIZED"),
        ["closed-registration-looks-at-tokens"] = Closed(Validity, "403 M_FORBIDDEN", "200"),
        ["guests-are-challenged"] = new(Ask("guest", "{}"), "200", "401"),
        ["unknown-kind-is-a-guest"] = new(Ask("wizard", "{}"), "400 M_INVALID_PARAM", "200"),
        ["guest-gets-no-token"] = new(GuestMembers("{}"), Session, "device_id user_id"),
        ["guest-can-inhibit-the-login"] = new(GuestMembers("""{"inhibit_login": true}"""), Session, "user_id"),
        ["guest-chooses-its-device"] = new(
            async server => ((await GuestAsync(server, """{"device_id": "MINE"}"""))["device_id"] == "MINE").ToString(), "False", "True"),
        ["guests-may-not-list-devices"] = new(
            async server => (await server.CallAsync("getDevices", token: (await GuestAsync(server, "{}"))["access_token"])).Outcome, "200", "403 M_FORBIDDEN"),
        ["upgraded-guest-stays-a-guest"] = new(UpgradeAsync, "False", "True"),
        ["free-name-is-not-available"] = new(async server => (await AvailableAsync(server, "anna"))["available"]!, "True", "False"),
        ["taken-name-is-available"] = new(async server => (await AvailableAsync(server, (await server.RegisterAsync()).Localpart)).Outcome, InUse, "200"),
        ["invalid-name-is-in-use"] = new(async server => (await AvailableAsync(server, "a b")).Outcome, Invalid, InUse),
        ["reserved-name-is-available"] = new(async server => (await AvailableAsync(server, "_irc_a")).Outcome, Exclusive, "200"),
        ["asking-reserves-the-name"] = new(AskTwiceAsync, "200", InUse),
        ["token-validity-is-text"] = new(
            async server => (await server.CallAsync("registrationTokenValidity", arguments: ("token", "nope"))).Json.GetProperty("valid").ValueKind.ToString(), "False", "String"),
        ["unknown-registration-token-is-not-found"] = new(Validity, "200", "404 M_NOT_FOUND"),
    };

    private static FaultProbe Closed(Func<TestHomeserver, Task<string>> ask, string conforming, string faulty) => new(ask, conforming, faulty)
    {
        Start = fault => TestHomeserver.StartAsync(_ => new ReferenceServerOptions { Faults = fault is null ? [] : [fault], RegistrationOpen = false }),
    };

    /// <summary>Registers, through the dummy stage where it is asked for.</summary>
    /// <param name="server">The server.</param>
    /// <param name="body">The body without authentication.</param>
    /// <param name="stray">A member <c>password</c> of the authentication data; null for none.</param>
    private static async Task<Answer> RegisterAsync(TestHomeserver server, string body, string? stray = null)
    {
        var challenge = await server.CallAsync("register", body);
        return challenge.IsChallenge ? await CompleteAsync(server, body, challenge["session"], stray) : challenge;
    }

    private static Task<Answer> CompleteAsync(TestHomeserver server, string body, string? session, string? stray = null)
    {
        var auth = new JsonObject { ["type"] = "m.login.dummy", ["session"] = session };
        if (stray is not null)
        {
            auth["password"] = stray;
        }

        return server.CallAsync("register", TestHomeserver.WithAuth(JsonNode.Parse(body)!.AsObject(), auth));
    }

    private static Task<Answer> GuestAsync(TestHomeserver server, string body) => server.CallAsync("register", body, arguments: ("kind", "guest"));

    private static Task<Answer> AvailableAsync(TestHomeserver server, string name) => server.CallAsync("checkUsernameAvailability", arguments: ("username", name));

    private static async Task<string> Validity(TestHomeserver server) => (await server.CallAsync("registrationTokenValidity", arguments: ("token", "nope"))).Outcome;

    private static Func<TestHomeserver, Task<string>> Members(string body) => async server => Names(await RegisterAsync(server, body));

    private static Func<TestHomeserver, Task<string>> GuestMembers(string body) => async server => Names(await GuestAsync(server, body));

    private static Func<TestHomeserver, Task<string>> UserOf(string name) => async server => (await RegisterAsync(server, Named(name)))["user_id"]!;

    private static Func<TestHomeserver, Task<string>> OutcomeOf(string name) => async server => (await RegisterAsync(server, Named(name))).Outcome;

    private static Func<TestHomeserver, Task<string>> Ask(string kind, string body) => async server => (await server.CallAsync("register", body, arguments: ("kind", kind))).Outcome;

    private static string Named(string name) => JsonSerializer.Serialize(new { username = name });

    private static string Names(Answer answer) => string.Join(' ', answer.Json.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal));

    private static async Task<string> WhoAmIAsync(TestHomeserver server) =>
        (await server.CallAsync("getTokenOwner", token: (await RegisterAsync(server, "{}"))["access_token"])).Outcome;

    private static async Task<string> DeviceIsTheSessionsAsync(TestHomeserver server)
    {
        var made = await RegisterAsync(server, "{}");
        return ((await server.CallAsync("getTokenOwner", token: made["access_token"]))["device_id"] == made["device_id"]).ToString();
    }

    private static async Task<string> DeviceNameAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync("PHONE", "Jungle phone");
        return (await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", "PHONE")))["display_name"] ?? "";
    }

    private static async Task<string> RegisterAndLogInAsync(TestHomeserver server, string password, string? stray)
    {
        var made = await RegisterAsync(server, JsonSerializer.Serialize(new { username = "anna", password }), stray);
        return (await server.CallAsync("login", new { type = "m.login.password", identifier = new { type = "m.id.user", user = made["user_id"] }, password = stray ?? password })).Outcome;
    }

    private static async Task<string> TwiceAsync(TestHomeserver server)
    {
        await RegisterAsync(server, Named("anna"));
        return (await RegisterAsync(server, Named("anna"))).Outcome;
    }

    private static async Task<string> MeanwhileAsync(TestHomeserver server)
    {
        var challenge = await server.CallAsync("register", Named("anna"));
        await RegisterAsync(server, Named("anna"));
        return (await CompleteAsync(server, Named("anna"), challenge["session"])).Outcome;
    }

    private static async Task<string> UpgradeAsync(TestHomeserver server)
    {
        var guest = await GuestAsync(server, "{}");
        var name = guest["user_id"]![1..guest["user_id"]!.IndexOf(':')];
        var user = await RegisterAsync(server, JsonSerializer.Serialize(new { username = name, password = "p", guest_access_token = guest["access_token"] }));
        return (await server.CallAsync("getTokenOwner", token: user["access_token"]))["is_guest"]!;
    }

    private static async Task<string> AskTwiceAsync(TestHomeserver server)
    {
        await AvailableAsync(server, "anna");
        return (await AvailableAsync(server, "anna")).Outcome;
    }
}
