using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class UiaTests
{
    private static readonly JsonObject NoBody = [];

    [Fact]
    public async Task The_first_challenge_has_flows_parameters_and_a_session_and_nothing_completed()
    {
        await using var server = await TestHomeserver.StartAsync();

        var challenge = await server.CallAsync("register", new { });

        challenge.Completed.Should().BeNull();
        challenge["errcode"].Should().BeNull();
        var terms = challenge.Json.GetProperty("params").GetProperty("m.login.terms").GetProperty("policies")
            .GetProperty("terms_of_service");
        terms.GetProperty("version").GetString().Should().Be("1.0");
        var url = new Uri(terms.GetProperty("en").GetProperty("url").GetString()!);
        (await server.SendAsync("GET", url.PathAndQuery)).MediaType.Should().Be("text/html");
    }

    [Fact]
    public async Task The_stages_of_a_flow_lead_to_the_result()
    {
        await using var server = await TestHomeserver.StartAsync();
        var challenge = await server.CallAsync("register", new { });
        var session = challenge["session"];

        var first = await server.CallAsync(
            "register", new { auth = new { type = "m.login.registration_token", token = server.Server.RegistrationToken, session } });
        var repeated =
            await server.CallAsync("register", new { auth = new { type = "m.login.registration_token", token = "whatever", session } });
        var polled = await server.CallAsync("register", new { auth = new { session } });
        var last = await server.CallAsync("register", new { auth = new { type = "m.login.terms", session } });

        foreach (var next in new[] { first, repeated, polled })
        {
            next.IsChallenge.Should().BeTrue();
            next["errcode"].Should().BeNull();
            next["session"].Should().Be(session);
            next.Flows.Should().Equal(challenge.Flows);
            next["params"].Should().Be(challenge["params"]);
            next.Completed.Should().Equal("m.login.registration_token");
        }

        last.Outcome.Should().Be("200");
    }

    [Fact]
    public async Task A_stage_out_of_order_is_challenged_and_not_counted()
    {
        await using var server = await TestHomeserver.StartAsync();
        var session = (await server.CallAsync("register", new { }))["session"];

        var answer = await server.CallAsync("register", new { auth = new { type = "m.login.terms", session } });

        answer.Outcome.Should().Be("401 M_FORBIDDEN");
        answer.IsChallenge.Should().BeTrue();
        answer["session"].Should().Be(session);
        answer.Completed.Should().BeEmpty();
    }

    [Fact]
    public async Task A_client_may_change_to_another_flow()
    {
        await using var server = await TestHomeserver.StartAsync();
        var session = (await server.CallAsync("register", new { }))["session"];
        await server.CallAsync(
            "register", new { auth = new { type = "m.login.registration_token", token = server.Server.RegistrationToken, session } });

        (await server.CallAsync("register", new { auth = new { type = "m.login.dummy", session } })).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task A_failed_stage_may_be_tried_again_in_the_same_session()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        var challenge = await ChallengeAsync(server, alice, "LAPTOP");

        var failed = await DeleteAsync(server, alice, "LAPTOP", alice.Auth(challenge["session"], "wrong"));
        var devices = await server.DevicesAsync(alice);
        var done = await DeleteAsync(server, alice, "LAPTOP", alice.Auth(challenge["session"]));

        failed.Outcome.Should().Be("401 M_FORBIDDEN");
        failed["error"].Should().NotBeNullOrEmpty();
        failed["session"].Should().Be(challenge["session"]);
        failed.Flows.Should().Equal("m.login.password");
        failed.Completed.Should().BeEmpty();
        devices.Should().Equal("LAPTOP", "PHONE");
        done.Outcome.Should().Be("200");
    }

    [Fact]
    public async Task A_third_party_identifier_that_nobody_has_is_forbidden_and_the_session_lives_on()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var challenge = await ChallengeAsync(server, alice, "PHONE");

        var answer = await DeleteAsync(server, alice, "PHONE", new
        {
            type = "m.login.password",
            identifier = new { type = "m.id.thirdparty", medium = "email", address = "nobody@example.org" },
            password = alice.Password,
            session = challenge["session"],
        });

        answer.Outcome.Should().Be("403 M_FORBIDDEN");
        answer.IsChallenge.Should().BeFalse();
        (await DeleteAsync(server, alice, "PHONE", alice.Auth(challenge["session"]))).Outcome.Should().Be("200");
    }

    [Theory]
    [InlineData("""{"type": "m.login.password", "session": "S"}""", "401 M_MISSING_PARAM")]
    [InlineData(
        """{"type": "m.login.password", "session": "S", "identifier": {"type": "m.id.user", "user": "alice"}}""", "401 M_MISSING_PARAM")]
    [InlineData("""{"type": "m.login.password", "session": "S", "identifier": 5, "password": "x"}""", "400 M_BAD_JSON")]
    [InlineData("""{"type": "m.login.dummy", "session": "S"}""", "401 M_INVALID_PARAM")]
    [InlineData("""{"type": "org.example.unheard_of", "session": "S"}""", "401 M_INVALID_PARAM")]
    [InlineData("""{"session": "S"}""", "401")]
    [InlineData("""{"session": "made-up"}""", "401 M_UNKNOWN")]
    [InlineData("""{"type": "m.login.password"}""", "401 M_MISSING_PARAM")]
    [InlineData("{}", "401 M_MISSING_PARAM")]
    [InlineData("[]", "400 M_BAD_JSON")]
    [InlineData("null", "400 M_BAD_JSON")]
    public async Task Authentication_data_that_does_not_authenticate_deletes_nothing(string auth, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var challenge = await ChallengeAsync(server, alice, "PHONE");

        var answer = await server.CallAsync(
            "deleteDevice", $$"""{"auth": {{auth.Replace("\"S\"", $"\"{challenge["session"]}\"", StringComparison.Ordinal)}}}""",
                alice.Token, ("deviceId", "PHONE"));

        answer.Outcome.Should().Be(outcome);
        answer.IsChallenge.Should().Be(answer.Status == 401);
        (await server.DevicesAsync(alice)).Should().Equal("PHONE");
    }

    [Fact]
    public async Task A_challenge_after_an_unknown_session_has_one_that_works()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        var fresh = await DeleteAsync(server, alice, "PHONE", alice.Auth("made-up"));

        fresh["session"].Should().NotBe("made-up");
        (await DeleteAsync(server, alice, "PHONE", alice.Auth(fresh["session"]))).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task A_session_ends_in_time()
    {
        var clock = new ManualClock();
        await using var server = await TestHomeserver.StartAsync(unexpected => new()
        {
            UiaSessionLifetime = TimeSpan.FromMinutes(1),
            Clock = clock,
            UnexpectedError = unexpected,
        });
        var alice = await server.RegisterAsync();
        var challenge = await ChallengeAsync(server, alice, "PHONE");

        clock.Advance(TimeSpan.FromMinutes(1));

        (await DeleteAsync(server, alice, "PHONE", alice.Auth(challenge["session"]))).Outcome.Should().Be("401 M_UNKNOWN");
    }

    [Fact]
    public async Task A_session_is_good_for_its_operation_its_parameters_and_its_user_only()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        var bob = await server.RegisterAsync();
        var auth = alice.Auth((await ChallengeAsync(server, alice, "LAPTOP"))["session"]);

        Answer[] misused =
        [
            await DeleteAsync(server, alice, "PHONE", auth),
            await DeleteAsync(server, bob, "LAPTOP", auth),
            await server.CallAsync("deactivateAccount", TestHomeserver.WithAuth(NoBody, auth), alice.Token),
            await server.CallAsync(
                "deleteDevices", TestHomeserver.WithAuth(new JsonObject { ["devices"] = new JsonArray("LAPTOP") }, auth), alice.Token),
            await server.CallAsync("changePassword", TestHomeserver.WithAuth(new JsonObject { ["new_password"] = "x" }, auth), alice.Token),
        ];

        misused.Should().AllSatisfy(answer =>
        {
            answer.Outcome.Should().Be("401 M_FORBIDDEN");
            answer.IsChallenge.Should().BeTrue();
        });
        (await server.DevicesAsync(alice)).Should().Equal("LAPTOP", "PHONE");
        (await DeleteAsync(server, alice, "LAPTOP", auth)).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task The_order_of_members_makes_no_other_request()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var challenge = await server.CallAsync("changePassword", """{"new_password": "x", "logout_devices": false}""", alice.Token);

        var answer = await server.CallAsync(
            "changePassword",
            TestHomeserver.WithAuth(
                new JsonObject { ["logout_devices"] = false, ["new_password"] = "x" }, alice.Auth(challenge["session"])),
            alice.Token);

        answer.Outcome.Should().Be("200");
    }

    [Fact]
    public async Task A_finished_session_deletes_nothing_else_and_nothing_twice()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        await server.LogInAsync(alice, "LAPTOP");
        var session = (await ChallengeAsync(server, alice, "LAPTOP"))["session"];
        await DeleteAsync(server, alice, "LAPTOP", alice.Auth(session));
        await server.LogInAsync(alice, "LAPTOP");

        var other = await DeleteAsync(server, alice, "PHONE", new { session });
        var again = await DeleteAsync(server, alice, "LAPTOP", new { session });

        other.Outcome.Should().Be("401 M_FORBIDDEN");
        again.Outcome.Should().Be("200");
        (await server.DevicesAsync(alice)).Should().Equal("LAPTOP", "PHONE");
    }

    [Fact]
    public async Task Another_users_password_does_not_authenticate()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var bob = await server.RegisterAsync();
        var session = (await ChallengeAsync(server, alice, "PHONE"))["session"];

        var answer = await DeleteAsync(server, alice, "PHONE", bob.Auth(session));

        answer.Outcome.Should().Be("401 M_FORBIDDEN");
        answer.IsChallenge.Should().BeTrue();
        (await DeleteAsync(server, alice, "PHONE", alice.Auth(session))).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task Many_requests_in_one_session_perform_the_call_once()
    {
        await using var server = await TestHomeserver.StartAsync();
        var challenge = await server.CallAsync("register", new { username = "alice" });
        var body = new { username = "alice", auth = new { type = "m.login.dummy", session = challenge["session"] } };

        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => server.CallAsync("register", body)));

        answers.Select(answer => answer.Text).Distinct().Should().ContainSingle().Which.Should().Contain("@alice:localhost");
    }

    private static Task<Answer> ChallengeAsync(TestHomeserver server, TestUser user, string deviceId) =>
        server.CallAsync("deleteDevice", NoBody, user.Token, ("deviceId", deviceId));

    private static Task<Answer> DeleteAsync(TestHomeserver server, TestUser user, string deviceId, object auth) =>
        server.CallAsync("deleteDevice", TestHomeserver.WithAuth(NoBody, auth), user.Token, ("deviceId", deviceId));
}
