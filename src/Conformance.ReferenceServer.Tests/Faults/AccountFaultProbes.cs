using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows the faults of passwords, deactivation, and what application services do with accounts.</summary>
internal static class AccountFaultProbes
{
    private const string Service = "as-token";
    private const string Ghost = "@_irc_ghost:localhost";
    private const string NewPassword = "battery staple";
    private const string Unknown = "401 M_UNKNOWN_TOKEN";
    private const string Forbidden = "403 M_FORBIDDEN";
    private const string Laptop = "@user1:localhost LAPTOP";
    private const string Unsupported = "400 M_APPSERVICE_LOGIN_UNSUPPORTED";

    public static IReadOnlyDictionary<string, FaultProbe> All { get; } = new Dictionary<string, FaultProbe>
    {
        ["changed-password-is-confirmed-by-a-list"] = new(async server => (await ChangeAsync(server, await server.RegisterAsync())).Text, "{}", "[]"),
        ["change-that-logs-nobody-out-is-unchallenged"] = new(
            async server => (await server.CallAsync("changePassword", Change(false), (await server.RegisterAsync()).Token)).Outcome, "401", "200"),
        ["old-password-stays-valid"] = new(OldPasswordAsync, Forbidden, "200"),
        ["changing-session-ends-too"] = new(server => SessionAfterChangeAsync(server, "PHONE", null), "@user1:localhost PHONE", Unknown),
        ["other-sessions-survive-the-change"] = new(server => SessionAfterChangeAsync(server, "LAPTOP", null), Unknown, Laptop),
        ["other-sessions-end-in-any-case"] = new(server => SessionAfterChangeAsync(server, "LAPTOP", false), Laptop, Unknown),
        ["change-to-nothing-is-confirmed"] = new(
            async server => (await server.AuthenticateAsync("changePassword", [], await server.RegisterAsync())).Outcome, "400 M_MISSING_PARAM", "200"),
        ["weak-password-is-forbidden"] = new(
            async server => (await server.AuthenticateAsync("changePassword", new JsonObject { ["new_password"] = "a" }, await server.RegisterAsync())).Outcome, "200", Forbidden),
        ["pushers-survive-their-sessions"] = new(PushersAsync, "0", "1"),
        ["deactivation-tells-nothing"] = new(UnbindResultAsync, "success", ""),
        ["nothing-to-unbind-is-not-supported"] = new(UnbindResultAsync, "success", "no-support"),
        ["erasure-is-unchallenged"] = new(
            async server => (await server.CallAsync("deactivateAccount", """{"erase": true}""", (await server.RegisterAsync()).Token)).Outcome, "401", "200"),
        ["deactivation-needs-an-access-token"] = new(async server => (await server.CallAsync("deactivateAccount")).Outcome, "401", "401 M_MISSING_TOKEN"),
        ["deactivated-user-can-log-in"] = new(LoginAfterDeactivationAsync, "403 M_USER_DEACTIVATED", "200"),
        ["deactivation-leaves-refresh-tokens"] = new(RefreshAfterDeactivationAsync, Unknown, "200"),
        ["service-is-said-to-be-somebody-else"] = new(async server => (await AsGhostAsync(server))["user_id"]!, Ghost, "@bridge:localhost"),
        ["asserted-device-is-ignored"] = new(async server => (await AsGhostAsync(server, ("user_id", Ghost), ("device_id", "TABLET")))["device_id"] ?? "", "TABLET", ""),
        ["unknown-asserted-device-is-forbidden"] = new(
            async server => (await AsGhostAsync(server, ("user_id", Ghost), ("device_id", "NOWHERE"))).Outcome, "400 M_UNKNOWN_DEVICE", Forbidden),
        ["device-alone-is-not-looked-up"] = new(async server => (await AsGhostAsync(server, ("device_id", "TABLET"))).Outcome, "400 M_UNKNOWN_DEVICE", "200"),
        ["service-registration-is-challenged"] = new(async server => (await RegisterAsync(server, "_irc_ghost", false)).Outcome, "200", "401"),
        ["service-registers-anybody"] = new(async server => (await RegisterAsync(server, "anna")).Outcome, "400 M_EXCLUSIVE", "200"),
        ["call-without-service-token-is-forbidden"] = new(async server => (await RegisterAsync(server, "_irc_ghost", true, null)).Outcome, "401 M_MISSING_TOKEN", Forbidden),
        ["service-cannot-register-without-legacy-api"] = WithoutLegacyApi(async server => (await RegisterAsync(server, "_irc_ghost")).Outcome, "200", "404 M_UNRECOGNIZED"),
        ["service-gets-sessions-without-legacy-api"] = WithoutLegacyApi(async server => (await RegisterAsync(server, "_irc_ghost", false)).Outcome, Unsupported, "200"),
        ["service-login-is-unrecognised"] = WithoutLegacyApi(async server => (await LogInAsync(server, Ghost)).Outcome, Unsupported, "404 M_UNRECOGNIZED"),
        ["service-logs-in-as-itself"] = new(LoggedInAsAsync, Ghost, "@bridge:localhost"),
        ["unregistered-user-is-not-found"] = new(async server => (await LogInAsync(server, Ghost)).Outcome, Forbidden, "404 M_NOT_FOUND"),
        ["foreign-user-is-forbidden"] = new(async server => (await LogInAsync(server, (await server.RegisterAsync()).UserId)).Outcome, "400 M_EXCLUSIVE", Forbidden),
        ["service-must-authenticate-to-replace-keys"] = new(ReplaceKeyAsync, "200", "401"),
        ["shared-names-are-reserved"] = new(
            async server => (await server.CallAsync("checkUsernameAvailability", arguments: ("username", "commons_anna"))).Outcome, "200", "400 M_EXCLUSIVE")
        {
            Start = fault => StartAsync(fault, legacyApi: true),
        },
    };

    private static FaultProbe WithoutLegacyApi(Func<TestHomeserver, Task<string>> ask, string conforming, string faulty) => new(ask, conforming, faulty)
    {
        Start = fault => StartAsync(fault, legacyApi: false),
    };

    private static Task<TestHomeserver> StartAsync(string? fault, bool legacyApi) => TestHomeserver.StartAsync(_ => new ReferenceServerOptions
    {
        Faults = fault is null ? [] : [fault],
        LegacyApi = legacyApi,
        ApplicationService = new ApplicationServiceRegistration { Token = Service, SenderLocalpart = "bridge", UserNamespace = "@_irc_.*", SharedUserNamespace = "@commons_.*" },
    });

    private static JsonObject Change(bool? logoutDevices)
    {
        var body = new JsonObject { ["new_password"] = NewPassword };
        if (logoutDevices is { } value)
        {
            body["logout_devices"] = value;
        }

        return body;
    }

    private static Task<Answer> ChangeAsync(TestHomeserver server, TestUser user, bool? logoutDevices = null) => server.AuthenticateAsync("changePassword", Change(logoutDevices), user);

    private static async Task<string> OldPasswordAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        await ChangeAsync(server, alice);
        return (await server.CallAsync("login", new { type = "m.login.password", identifier = alice.Identifier, password = alice.Password })).Outcome;
    }

    private static async Task<string> SessionAfterChangeAsync(TestHomeserver server, string device, bool? logoutDevices)
    {
        var phone = await server.RegisterAsync();
        var laptop = await server.LogInAsync(phone, "LAPTOP");
        await ChangeAsync(server, phone, logoutDevices);
        return await server.WhoAmIAsync(device == "PHONE" ? phone : laptop);
    }

    private static async Task<string> PushersAsync(TestHomeserver server)
    {
        var phone = await server.RegisterAsync();
        var laptop = await server.LogInAsync(phone, "LAPTOP");
        await server.CallAsync("postPusher", PusherTests.Pusher("key"), laptop.Token);
        await ChangeAsync(server, phone);
        return $"{(await server.CallAsync("getPushers", token: phone.Token)).Json.GetProperty("pushers").GetArrayLength()}";
    }

    private static async Task<string> UnbindResultAsync(TestHomeserver server) =>
        (await server.AuthenticateAsync("deactivateAccount", null, await server.RegisterAsync()))["id_server_unbind_result"] ?? "";

    private static async Task<string> LoginAfterDeactivationAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        await server.AuthenticateAsync("deactivateAccount", null, alice);
        return (await server.CallAsync("login", new { type = "m.login.password", identifier = alice.Identifier, password = alice.Password })).Outcome;
    }

    private static async Task<string> RefreshAfterDeactivationAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync(refreshToken: true);
        await server.AuthenticateAsync("deactivateAccount", null, alice);
        return (await server.CallAsync("refresh", new { refresh_token = alice.RefreshToken })).Outcome;
    }

    private static Task<Answer> RegisterAsync(TestHomeserver server, string name, bool inhibitLogin = true, string? token = Service) =>
        server.CallAsync("register", new { type = "m.login.application_service", username = name, inhibit_login = inhibitLogin }, token);

    private static Task<Answer> LogInAsync(TestHomeserver server, string user) =>
        server.CallAsync("login", new { type = "m.login.application_service", identifier = new { type = "m.id.user", user } }, Service);

    private static Task<Answer> AsGhostAsync(TestHomeserver server) => AsGhostAsync(server, ("user_id", Ghost));

    // The ghost has the device TABLET.
    private static async Task<Answer> AsGhostAsync(TestHomeserver server, params (string Name, string Value)[] asserted)
    {
        await RegisterAsync(server, "_irc_ghost");
        await server.CallAsync("updateDevice", "{}", Service, ("deviceId", "TABLET"), ("user_id", Ghost));
        return await server.CallAsync("getTokenOwner", null, Service, asserted);
    }

    private static async Task<string> LoggedInAsAsync(TestHomeserver server)
    {
        await RegisterAsync(server, "_irc_ghost");
        return (await LogInAsync(server, Ghost))["user_id"]!;
    }

    private static async Task<string> ReplaceKeyAsync(TestHomeserver server)
    {
        await RegisterAsync(server, "_irc_ghost");
        await UploadKeyAsync(server, 'A');
        return (await UploadKeyAsync(server, 'B')).Outcome;
    }

    private static Task<Answer> UploadKeyAsync(TestHomeserver server, char letter)
    {
        var key = new string(letter, 42) + "A";
        var master = new JsonObject
        {
            ["user_id"] = Ghost,
            ["usage"] = new JsonArray("master"),
            ["keys"] = new JsonObject { [$"ed25519:{key}"] = key },
        };
        return server.CallAsync("uploadCrossSigningKeys", new JsonObject { ["master_key"] = master }, Service, ("user_id", Ghost));
    }
}
