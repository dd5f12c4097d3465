using System.Text.Json.Nodes;

namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows the faults of user-interactive authentication.</summary>
internal static class UiaFaultProbes
{
    private const string TokenStage = "m.login.registration_token";

    public static IReadOnlyDictionary<string, FaultProbe> All { get; } = new Dictionary<string, FaultProbe>
    {
        ["password-change-asks-no-authentication"] = new(ChangeWithoutAuthAsync, "401, old password valid", "200, old password not valid"),
        ["password-changes-before-authentication"] = new(ChangeWithoutAuthAsync, "401, old password valid", "401, old password not valid"),
        ["cross-signing-keys-are-replaced-freely"] = new(ReplaceMasterKeyAsync, "401", "200"),
        ["challenge-without-flows"] = new(server => ChallengeMemberAsync(server, "flows"), """[{"stages":["m.login.password"]}]""", "absent"),
        ["challenge-flow-without-stages"] = new(
            server => ChallengeMemberAsync(server, "flows"), """[{"stages":["m.login.password"]}]""",
            """[{"stages":["m.login.password"]},{"type":"m.login.password"}]"""),
        ["challenge-parameters-are-an-array"] = new(server => ChallengeMemberAsync(server, "params"), "{}", "[]"),
        ["registration-parameters-are-an-array"] = new(
            async server => (await server.CallAsync("register", new { })).Json.GetProperty("params").ValueKind.ToString(), "Object", "Array"),
        ["challenge-offers-no-flow"] = new(server => ChallengeMemberAsync(server, "flows"), """[{"stages":["m.login.password"]}]""", "[]"),
        ["completed-stage-is-not-listed"] = new(AfterFirstStageAsync, $"2 flows, completed {TokenStage}", "2 flows, completed absent"),
        ["flows-shrink-after-a-stage"] = new(AfterFirstStageAsync, $"2 flows, completed {TokenStage}", $"1 flows, completed {TokenStage}"),
        ["finished-flow-is-challenged-again"] = new(ChangeAsync, "200, old password not valid", "401, old password valid"),
        ["finished-flow-changes-nothing"] = new(ChangeAsync, "200, old password not valid", "200, old password valid"),
        ["only-the-first-flow-completes"] = new(server => StagesAsync(server, TokenStage, "m.login.terms"), "401 200", "401 401"),
        ["stages-in-any-order"] = new(server => StagesAsync(server, "m.login.terms", TokenStage), "401 M_FORBIDDEN 401", "401 200"),
        ["failed-stage-is-plainly-forbidden"] = new(WrongThenRightAsync, "401 M_FORBIDDEN with flows, completed nothing; 200", "403 M_FORBIDDEN; 200"),
        ["failed-stage-is-listed-as-completed"] = new(
            WrongThenRightAsync, "401 M_FORBIDDEN with flows, completed nothing; 200", "401 M_FORBIDDEN with flows, completed m.login.password; 200"),
        ["failed-stage-ends-the-session"] = new(
            WrongThenRightAsync, "401 M_FORBIDDEN with flows, completed nothing; 200", "401 M_FORBIDDEN with flows, completed nothing; 401 M_UNKNOWN"),
        ["refused-request-is-challenged"] = new(TakenNameAsync, "400 M_USER_IN_USE", "401 M_USER_IN_USE with flows"),
        ["repeated-stage-fails"] = new(server => StagesAsync(server, TokenStage, TokenStage), "401 401", "401 401 M_FORBIDDEN"),
        ["poll-is-refused"] = new(server => StagesAsync(server, TokenStage, null), "401 401", "401 400 M_MISSING_PARAM"),
        ["stage-on-its-page-does-not-count"] = new(OnPageAsync, $"completed {TokenStage}", "completed nothing"),
        ["dummy-registration-asks-no-authentication"] = new(async server => (await server.CallAsync("register", new { })).Outcome, "401", "200"),
        ["unknown-session-is-begun"] = new(UnknownSessionAsync, "401 M_UNKNOWN", "200"),
        ["stage-that-is-not-offered-counts"] = new(DummyOnDeletionAsync, "401 M_INVALID_PARAM, completed nothing", "401, completed m.login.dummy"),
        ["session-serves-other-operations"] = new(
            server => MisuseAsync(server, "changePassword", new() { ["new_password"] = "x" }, "LAPTOP"), "401 M_FORBIDDEN LAPTOP PHONE", "200 PHONE"),
        ["session-serves-other-parameters"] = new(
            server => MisuseAsync(server, "deleteDevice", [], "PHONE2"), "401 M_FORBIDDEN LAPTOP PHONE", "200 LAPTOP PHONE"),
        ["finished-session-can-be-replayed"] = new(ReplayAsync, "401 M_FORBIDDEN PHONE TABLET", "200 PHONE"),
        ["any-users-password-authenticates"] = new(OthersPasswordAsync, "401 M_FORBIDDEN", "200"),
        ["missing-token-is-challenged"] = new(
            async server => (await server.CallAsync("deleteDevices", """{"devices": []}""")) is var answer && answer.IsChallenge ? "challenge" : answer.Outcome,
            "401 M_MISSING_TOKEN", "challenge"),
        ["unknown-token-is-challenged"] = new(
            async server => (await server.CallAsync("deleteDevices", """{"devices": []}""", "nope")) is var answer && answer.IsChallenge ? "challenge" : answer.Outcome,
            "401 M_UNKNOWN_TOKEN", "challenge"),
        ["fallback-page-has-no-form"] = new(async server => (await PageAsync(server)).Contains("<form", StringComparison.Ordinal) ? "form" : "none", "form", "none"),
        ["answer-without-session-crashes"] = new(WithoutSessionAsync, "401 M_MISSING_PARAM", "500 M_UNKNOWN"),
    };

    private static async Task<string> ChangeWithoutAuthAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        return await WithOldPasswordAsync(server, alice, await server.CallAsync("changePassword", new { new_password = "new" }, alice.Token));
    }

    private static async Task<string> ChangeAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        return await WithOldPasswordAsync(server, alice, await server.AuthenticateAsync("changePassword", new JsonObject { ["new_password"] = "new" }, alice));
    }

    private static async Task<string> WithOldPasswordAsync(TestHomeserver server, TestUser user, Answer answer)
    {
        var login = await server.CallAsync("login", new { type = "m.login.password", identifier = user.Identifier, password = user.Password });
        return $"{answer.Outcome}, old password {(login.Status == 200 ? "valid" : "not valid")}";
    }

    private static async Task<string> ChallengeMemberAsync(TestHomeserver server, string member)
    {
        var alice = await server.RegisterAsync();
        return (await server.CallAsync("changePassword", new { new_password = "new" }, alice.Token))[member] ?? "absent";
    }

    private static async Task<string> AfterFirstStageAsync(TestHomeserver server)
    {
        var session = (await server.CallAsync("register", new { }))["session"];
        var answer = await server.CallAsync("register", new { auth = new { type = TokenStage, token = server.Server.RegistrationToken, session } });
        return $"{answer.Flows.Length} flows, {Completed(answer)}";
    }

    /// <summary>Two stages in one session of a registration; null polls.</summary>
    private static async Task<string> StagesAsync(TestHomeserver server, string first, string? second)
    {
        var session = (await server.CallAsync("register", new { }))["session"];
        var token = server.Server.RegistrationToken;
        var one = await server.CallAsync("register", new { auth = new { type = first, token, session } });
        var two = second is null
            ? await server.CallAsync("register", new { auth = new { session } })
            : await server.CallAsync("register", new { auth = new { type = second, token, session } });
        return $"{one.Outcome} {two.Outcome}";
    }

    private static async Task<string> WrongThenRightAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        var session = (await server.CallAsync("deleteDevice", null, alice.Token, ("deviceId", "X")))["session"];
        var wrong = await server.CallAsync("deleteDevice", new { auth = alice.Auth(session, "wrong") }, alice.Token, ("deviceId", "X"));
        var right = await server.CallAsync("deleteDevice", new { auth = alice.Auth(session) }, alice.Token, ("deviceId", "X"));
        return $"{wrong.Outcome}{(wrong.IsChallenge ? $" with flows, {Completed(wrong)}" : "")}; {right.Outcome}";
    }

    private static async Task<string> TakenNameAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        var answer = await server.CallAsync("register", new { username = alice.Localpart });
        return answer.IsChallenge ? $"{answer.Outcome} with flows" : answer.Outcome;
    }

    private static async Task<string> OnPageAsync(TestHomeserver server) =>
        Completed(await server.CallAsync("register", new { auth = new { session = (await SubmitAsync(server)).Session } }));

    private static async Task<string> PageAsync(TestHomeserver server) =>
        (await server.SendAsync("GET", PathOfPage((await server.CallAsync("register", new { }))["session"]))).Text;

    private static async Task<(string? Session, Answer Page)> SubmitAsync(TestHomeserver server)
    {
        var session = (await server.CallAsync("register", new { }))["session"];
        var form = System.Text.Encoding.UTF8.GetBytes($"token={server.Server.RegistrationToken}");
        return (session, await server.SendAsync("POST", PathOfPage(session), form, contentType: "application/x-www-form-urlencoded"));
    }

    private static string PathOfPage(string? session) => $"/_matrix/client/v3/auth/{TokenStage}/fallback/web?session={session}";

    private static async Task<string> ReplaceMasterKeyAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        await server.CallAsync("uploadCrossSigningKeys", MasterKey(alice, "first"), alice.Token);
        return (await server.CallAsync("uploadCrossSigningKeys", MasterKey(alice, "second"), alice.Token)).Outcome;
    }

    private static JsonObject MasterKey(TestUser user, string key) => new()
    {
        ["master_key"] = new JsonObject
        {
            ["user_id"] = user.UserId,
            ["usage"] = new JsonArray("master"),
            ["keys"] = new JsonObject { [$"ed25519:{key}"] = key },
        },
    };

    private static async Task<string> UnknownSessionAsync(TestHomeserver server) =>
        (await server.CallAsync("register", new { auth = new { type = "m.login.dummy", session = "made-up" } })).Outcome;

    private static async Task<string> DummyOnDeletionAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        var session = (await server.CallAsync("deleteDevice", null, alice.Token, ("deviceId", "PHONE")))["session"];
        var answer = await server.CallAsync("deleteDevice", new { auth = new { type = "m.login.dummy", session } }, alice.Token, ("deviceId", "PHONE"));
        return $"{answer.Outcome}, {Completed(answer)}";
    }

    /// <summary>Uses a session that was begun to delete LAPTOP for something else.</summary>
    private static async Task<string> MisuseAsync(TestHomeserver server, string operationId, JsonObject body, string deviceId)
    {
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        var session = (await server.CallAsync("deleteDevice", null, alice.Token, ("deviceId", "LAPTOP")))["session"];
        var answer = await server.CallAsync(operationId, TestHomeserver.WithAuth(body, alice.Auth(session)), alice.Token, ("deviceId", deviceId));
        return $"{answer.Outcome} {string.Join(' ', await server.DevicesAsync(alice))}";
    }

    private static async Task<string> ReplayAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        await server.LogInAsync(alice, "TABLET");
        var session = (await server.CallAsync("deleteDevice", null, alice.Token, ("deviceId", "LAPTOP")))["session"];
        await server.CallAsync("deleteDevice", new { auth = alice.Auth(session) }, alice.Token, ("deviceId", "LAPTOP"));
        var answer = await server.CallAsync("deleteDevice", new { auth = new { session } }, alice.Token, ("deviceId", "TABLET"));
        return $"{answer.Outcome} {string.Join(' ', await server.DevicesAsync(alice))}";
    }

    private static async Task<string> OthersPasswordAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        var bob = await server.RegisterAsync();
        var session = (await server.CallAsync("deleteDevice", null, alice.Token, ("deviceId", "PHONE")))["session"];
        return (await server.CallAsync("deleteDevice", new { auth = bob.Auth(session) }, alice.Token, ("deviceId", "PHONE"))).Outcome;
    }

    private static async Task<string> WithoutSessionAsync(TestHomeserver server)
    {
        var alice = await server.RegisterAsync();
        return (await server.CallAsync("deleteDevice", new { auth = alice.Auth(session: null) }, alice.Token, ("deviceId", "PHONE"))).Outcome;
    }

    private static string Completed(Answer answer) =>
        $"completed {(answer.Completed is null ? "absent" : answer.Completed is [] ? "nothing" : string.Join(' ', answer.Completed))}";
}
