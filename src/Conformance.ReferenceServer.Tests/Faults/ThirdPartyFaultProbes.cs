using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Testing.Wire;
using Conformance.ReferenceServer.Tests.ThirdParty;

namespace Conformance.ReferenceServer.Tests.Faults;

/// <summary>What shows the faults of third-party identifiers.</summary>
internal static class ThirdPartyFaultProbes
{
    private const string Alice = "alice@example.org";
    private const string Number = "07700900001";
    private const string Denied = $"alice@{MessagingHomeserver.DeniedDomain}";
    private static readonly object Email = new { medium = "email", address = Alice };

    public static IReadOnlyDictionary<string, FaultProbe> All { get; } = new Dictionary<string, FaultProbe>
    {
        ["taken-address-looks-like-a-taken-name"] = Probe(server => RequestTakenAsync(server, "ToRegister", Alice), "400 M_THREEPID_IN_USE", "400 M_USER_IN_USE"),
        ["taken-number-looks-like-a-taken-name"] = Probe(server => RequestTakenAsync(server, "ToRegister", Number), "400 M_THREEPID_IN_USE", "400 M_USER_IN_USE"),
        ["taken-address-can-be-added"] = Probe(server => RequestTakenAsync(server, "To3PID", Alice), "400 M_THREEPID_IN_USE", "200"),
        ["taken-number-can-be-added"] = Probe(server => RequestTakenAsync(server, "To3PID", Number), "400 M_THREEPID_IN_USE", "200"),
        ["unknown-address-is-plainly-not-found"] = Probe(server => RequestAsync(server, "ToResetPassword", Alice), "400 M_THREEPID_NOT_FOUND", "404 M_NOT_FOUND"),
        ["ill-formed-address-is-unknown"] = Probe(server => RequestAsync(server, "To3PID", "alice@"), "400 M_INVALID_PARAM", "400 M_UNKNOWN"),
        ["ill-formed-number-is-unknown"] = Probe(server => RequestAsync(server, "To3PID", "abc"), "400 M_INVALID_PARAM", "400 M_UNKNOWN"),
        ["any-client-secret-will-do"] = Probe(async server => (await server.RequestAsync("ToRegister", Alice, "a b")).Outcome, "400 M_INVALID_PARAM", "200"),
        ["send-attempt-may-be-missing"] = Probe(
            async server => (await server.Server.CallAsync("requestTokenToRegisterEmail", new { client_secret = "s", email = Alice })).Outcome, "400 M_MISSING_PARAM", "200"),
        ["strange-identity-server-is-forbidden"] = Probe(
            async server => (await server.Server.CallAsync(
                "requestTokenToRegisterEmail", new { client_secret = "s", email = Alice, send_attempt = 1, id_server = "evil.example", id_access_token = "t" })).Outcome,
            "200", "403 M_FORBIDDEN"),
        ["repeated-attempt-sends-again"] = Probe(RequestTwiceAsync, "1 mail", "2 mails"),
        ["session-id-has-a-colon"] = Probe(
            async server => (await server.RequestAsync("ToRegister", Alice))["sid"]!.Contains(':', StringComparison.Ordinal).ToString(), "False", "True"),
        ["link-ends-on-its-page"] = Probe(FollowAsync, "302", "200"),
        ["wrong-token-is-no-error"] = Probe(
            async server => (await server.SubmitAsync(await server.RequestAsync("ToRegister", Number), "654321")).Outcome, "400 M_TOKEN_INCORRECT", "200"),
        ["denied-address-is-plainly-forbidden"] = Probe(server => RequestAsync(server, "ToRegister", Denied), "403 M_THREEPID_DENIED", "403 M_FORBIDDEN"),
        ["unsupported-medium-is-unrecognized"] = new(
            async server => (await server.CallAsync("requestTokenTo3PIDEmail", new { client_secret = "s", email = Alice, send_attempt = 1 })).Outcome,
            "400 M_THREEPID_MEDIUM_NOT_SUPPORTED", "404 M_UNRECOGNIZED"),
        ["identifier-times-are-in-seconds"] = Probe(TimesAsync, "2 times in milliseconds", "0 times in milliseconds"),
        ["no-identifiers-are-not-found"] = Probe(
            async server => (await server.Server.CallAsync("getAccount3PIDs", token: (await server.Server.RegisterAsync()).Token)).Outcome, "200", "404 M_NOT_FOUND"),
        ["added-identifier-is-not-listed"] = Probe(AddAndListAsync, $"email {Alice}", ""),
        ["adding-asks-no-authentication"] = Probe(AddWithoutAuthenticationAsync, "401", "200"),
        ["unvalidated-identifier-seems-added"] = Probe(AddUnvalidatedAsync, "400 M_THREEPID_AUTH_FAILED", "200"),
        ["identifier-of-another-is-taken"] = Probe(AddTakenAsync, "400 M_THREEPID_IN_USE, ", $"200, email {Alice}"),
        ["erased-account-keeps-identifiers"] = Probe(DeactivateAndRequestAsync, "200", "400 M_THREEPID_IN_USE"),
        ["deleted-identifier-stays"] = Probe(server => AddAndTakeAsync(server, "delete3pidFromAccount"), "", $"email {Alice}"),
        ["deletion-tells-no-result"] = Probe(server => UnboundAsync(server, "delete3pidFromAccount"), "no-support", "nothing"),
        ["deletion-is-always-a-success"] = Probe(server => UnboundAsync(server, "delete3pidFromAccount"), "no-support", "success"),
        ["binding-stays-here"] = Probe(server => BindAndCountAsync(server, "/_matrix/identity/v2/3pid/bind"), "200, 1 call", "200, 0 calls"),
        ["identity-server-errors-are-hidden"] = Probe(BindRefusedAsync, "404 M_NO_VALID_SESSION", "400 M_UNKNOWN"),
        ["unbinding-is-not-signed"] = Probe(UnbindSignatureAsync, "X-Matrix", "none"),
        ["binding-adds-the-identifier"] = Probe(BindAndListAsync, "", $"email {Alice}"),
        ["unbinding-takes-the-identifier"] = Probe(server => AddAndTakeAsync(server, "unbind3pidFromAccount"), $"email {Alice}", ""),
        ["unbinding-tells-no-result"] = Probe(server => UnboundAsync(server, "unbind3pidFromAccount"), "no-support", "nothing"),
        ["unbinding-is-always-a-success"] = Probe(server => UnboundAsync(server, "unbind3pidFromAccount"), "no-support", "success"),
        ["deactivation-unbinds-nothing"] = Probe(server => DeactivateBoundAsync(server, isNamed: false), "1 call", "0 calls"),
        ["deactivation-ignores-the-server-named"] = Probe(server => DeactivateBoundAsync(server, isNamed: true), "1 call", "0 calls"),
        ["unconfirmed-credentials-are-a-bad-request"] = Probe(PostUnvalidatedAsync, "403 M_THREEPID_AUTH_FAILED", "400 M_THREEPID_AUTH_FAILED"),
        ["reset-by-mail-fails"] = Probe(ResetAsync, "200", "401 M_THREEPID_AUTH_FAILED"),
        ["reset-needs-an-access-token"] = Probe(
            async server => (await server.Server.CallAsync("changePassword", new { new_password = "new" })).Outcome, "401", "401 M_MISSING_TOKEN"),
    };

    // Each needs mail and an identity server, which the common probes' homeserver has not.
    private static FaultProbe Probe(Func<MessagingHomeserver, Task<string>> ask, string conforming, string faulty) => new(
        async server =>
        {
            await using var messaging = await MessagingHomeserver.StartAsync(fault: server.Fault);
            return await ask(messaging);
        },
        conforming,
        faulty);

    private static async Task<string> RequestAsync(MessagingHomeserver server, string family, string address) => (await server.RequestAsync(family, address)).Outcome;

    private static async Task<string> RequestTakenAsync(MessagingHomeserver server, string family, string address)
    {
        await server.AddAsync(await server.Server.RegisterAsync(), address);
        return (await server.RequestAsync(family, address, "other")).Outcome;
    }

    private static async Task<string> RequestTwiceAsync(MessagingHomeserver server)
    {
        await server.RequestAsync("ToRegister", Alice);
        await server.RequestAsync("ToRegister", Alice);
        return Counted(server.Mail.LinksTo(Alice).Count, "mail");
    }

    private static async Task<string> FollowAsync(MessagingHomeserver server)
    {
        await server.RequestAsync("ToRegister", Alice, nextLink: "https://example.org/");
        return (await server.FollowAsync(server.Mail.LinksTo(Alice)[0])).Outcome;
    }

    private static async Task<string> TimesAsync(MessagingHomeserver server)
    {
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, Alice);
        var listed = (await server.Server.CallAsync("getAccount3PIDs", token: alice.Token)).Json.GetProperty("threepids")[0];
        var times = new[] { listed.GetProperty("added_at").GetInt64(), listed.GetProperty("validated_at").GetInt64() };
        return $"{times.Count(time => time > DateTimeOffset.UtcNow.ToUnixTimeSeconds() * 100)} times in milliseconds";
    }

    private static async Task<string> AddAndListAsync(MessagingHomeserver server)
    {
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, Alice);
        return string.Join(", ", await server.IdentifiersAsync(alice));
    }

    private static async Task<string> AddWithoutAuthenticationAsync(MessagingHomeserver server)
    {
        var alice = await server.Server.RegisterAsync();
        return (await server.Server.CallAsync("add3PID", MessagingHomeserver.Credentials(await server.ValidateAsync("To3PID", Alice)), alice.Token)).Outcome;
    }

    private static async Task<string> AddUnvalidatedAsync(MessagingHomeserver server)
    {
        var alice = await server.Server.RegisterAsync();
        return (await server.Server.AuthenticateAsync("add3PID", MessagingHomeserver.Credentials(await server.RequestAsync("To3PID", Alice)), alice)).Outcome;
    }

    private static async Task<string> AddTakenAsync(MessagingHomeserver server)
    {
        var (alice, bob) = (await server.Server.RegisterAsync(), await server.Server.RegisterAsync());
        var ofAlice = MessagingHomeserver.Credentials(await server.ValidateAsync("To3PID", Alice, "a"), "a");
        await server.AddAsync(bob, Alice, "b");
        var added = await server.Server.AuthenticateAsync("add3PID", ofAlice, alice);
        return $"{added.Outcome}, {string.Join(", ", await server.IdentifiersAsync(alice))}";
    }

    private static async Task<string> DeactivateAndRequestAsync(MessagingHomeserver server)
    {
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, Alice);
        await server.Server.AuthenticateAsync("deactivateAccount", new() { ["erase"] = true }, alice);
        return (await server.RequestAsync("To3PID", Alice, "other")).Outcome;
    }

    private static async Task<string> AddAndTakeAsync(MessagingHomeserver server, string operationId)
    {
        var alice = await server.Server.RegisterAsync();
        await server.AddAsync(alice, Alice);
        await server.Server.CallAsync(operationId, Email, alice.Token);
        return string.Join(", ", await server.IdentifiersAsync(alice));
    }

    private static async Task<string> UnboundAsync(MessagingHomeserver server, string operationId)
    {
        var alice = await server.Server.RegisterAsync();
        return (await server.Server.CallAsync(operationId, Email, alice.Token))["id_server_unbind_result"] ?? "nothing";
    }

    private static Task<Answer> BindAsync(MessagingHomeserver server, TestUser user) => server.Server.CallAsync(
        "bind3PID",
        new { sid = server.Identity.Begin("email", Alice, isValidated: true), client_secret = "s", id_access_token = "t", id_server = server.Identity.Name },
        user.Token);

    private static async Task<string> BindAndCountAsync(MessagingHomeserver server, string path)
    {
        var bound = await BindAsync(server, await server.Server.RegisterAsync());
        return $"{bound.Outcome}, {Calls(server, path)}";
    }

    private static async Task<string> BindRefusedAsync(MessagingHomeserver server)
    {
        server.Identity.Bind = FakeAnswer.Json(404, """{"errcode": "M_NO_VALID_SESSION", "error": "No."}""");
        return (await BindAsync(server, await server.Server.RegisterAsync())).Outcome;
    }

    private static async Task<string> BindAndListAsync(MessagingHomeserver server)
    {
        var alice = await server.Server.RegisterAsync();
        await BindAsync(server, alice);
        return string.Join(", ", await server.IdentifiersAsync(alice));
    }

    private static async Task<string> UnbindSignatureAsync(MessagingHomeserver server)
    {
        var alice = await server.Server.RegisterAsync();
        await BindAsync(server, alice);
        await server.Server.CallAsync("unbind3pidFromAccount", Email, alice.Token);
        return server.Identity.Requests[^1].Header("Authorization")?.Split(' ')[0] ?? "none";
    }

    private static async Task<string> DeactivateBoundAsync(MessagingHomeserver server, bool isNamed)
    {
        var alice = await server.Server.RegisterAsync();
        await BindAsync(server, alice);
        await server.Server.AuthenticateAsync("deactivateAccount", isNamed ? new JsonObject { ["id_server"] = server.Identity.Name } : null, alice);
        return Calls(server, "/_matrix/identity/v2/3pid/unbind");
    }

    private static async Task<string> PostUnvalidatedAsync(MessagingHomeserver server)
    {
        var alice = await server.Server.RegisterAsync();
        var session = new { sid = server.Identity.Begin("email", Alice, isValidated: false), client_secret = "s", id_access_token = "t", id_server = server.Identity.Name };
        return (await server.Server.CallAsync("post3PIDs", JsonSerializer.Serialize(new { three_pid_creds = session }), alice.Token)).Outcome;
    }

    private static async Task<string> ResetAsync(MessagingHomeserver server)
    {
        await server.AddAsync(await server.Server.RegisterAsync(), Alice, "add");
        var credentials = MessagingHomeserver.Credentials(await server.ValidateAsync("ToResetPassword", Alice));
        return (await server.ProveAsync("changePassword", new() { ["new_password"] = "new" }, "m.login.email.identity", credentials)).Outcome;
    }

    private static string Calls(MessagingHomeserver server, string path) => Counted(server.Identity.Requests.Count(request => request.Path == path), "call");

    private static string Counted(int count, string thing) => count == 1 ? $"1 {thing}" : $"{count} {thing}s";
}
