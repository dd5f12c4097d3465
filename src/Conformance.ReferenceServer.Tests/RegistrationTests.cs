using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class RegistrationTests
{
    [Fact]
    public async Task A_user_registers_in_two_steps_and_is_logged_in()
    {
        await using var server = await TestHomeserver.StartAsync();

        var challenge = await server.CallAsync("register", new { username = "Alice", password = "x" });
        var answer = await server.CallAsync("register", new
        {
            username = "Alice",
            password = "x",
            auth = new { type = "m.login.dummy", session = challenge["session"], password = "of the call only" },
        });

        challenge.IsChallenge.Should().BeTrue();
        challenge.Flows.Should().Equal("m.login.dummy", "m.login.registration_token m.login.terms");
        answer["user_id"].Should().Be("@alice:localhost");
        (await server.CallAsync("getTokenOwner", token: answer["access_token"]))["device_id"].Should().Be(answer["device_id"]);
        (await server.CallAsync("login",
            new { type = "m.login.password", user = "alice", password = "of the call only" })).Outcome.Should().Be("403 M_FORBIDDEN");
        (await server.CallAsync("login", new { type = "m.login.password", user = "alice", password = "x" })).Outcome.Should().Be("200");
    }

    [Theory]
    [InlineData("Üser")]
    [InlineData("a b")]
    [InlineData("a:b")]
    [InlineData("@x")]
    [InlineData("a#b")]
    [InlineData("")]
    [InlineData("a\u0000")]
    public async Task A_name_outside_the_grammar_is_refused_before_authentication(string username)
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("register", new { username })).Outcome.Should().Be("400 M_INVALID_USERNAME");
        (await server.CallAsync("checkUsernameAvailability", arguments: ("username", username))).Outcome.Should().Be(
            "400 M_INVALID_USERNAME");
    }

    [Fact]
    public async Task A_user_id_has_255_bytes_at_most()
    {
        await using var server = await TestHomeserver.StartAsync();
        var longest = new string('a', 255 - "@:localhost".Length);

        (await server.CallAsync("checkUsernameAvailability", arguments: ("username", longest))).Outcome.Should().Be("200");
        (await server.CallAsync("register", new { username = longest + "a" })).Outcome.Should().Be("400 M_INVALID_USERNAME");
    }

    [Theory]
    [InlineData("q")]
    [InlineData("3")]
    [InlineData("a.b_c=d-e/f+g")]
    public async Task Names_of_the_grammar_are_free(string username)
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("checkUsernameAvailability", arguments: ("username", username))).Json.GetProperty("available").GetBoolean()
            .Should().BeTrue();
        (await server.RegisterAsync(username: username)).Localpart.Should().Be(username);
        (await server.CallAsync("checkUsernameAvailability", arguments: ("username", username.ToUpperInvariant()))).Outcome.Should().Be(
            "400 M_USER_IN_USE");
    }

    [Fact]
    public async Task A_name_that_is_taken_meanwhile_gives_no_second_account()
    {
        await using var server = await TestHomeserver.StartAsync();
        var first = await server.CallAsync("register", new { username = "alice" });
        var second = await server.CallAsync("register", new { username = "alice" });

        var won = await server.CallAsync(
            "register", new { username = "alice", auth = new { type = "m.login.dummy", session = first["session"] } });
        var lost = await server.CallAsync(
            "register", new { username = "alice", auth = new { type = "m.login.dummy", session = second["session"] } });

        won.Outcome.Should().Be("200");
        lost.Outcome.Should().Be("400 M_USER_IN_USE");
        lost.IsChallenge.Should().BeFalse();
    }

    [Fact]
    public async Task A_client_that_repeats_the_last_step_gets_the_same_result_again()
    {
        await using var server = await TestHomeserver.StartAsync();
        var challenge = await server.CallAsync("register", new { username = "alice", device_id = "PHONE" });
        var body = new { username = "alice", device_id = "PHONE", auth = new { type = "m.login.dummy", session = challenge["session"] } };

        var first = await server.CallAsync("register", body);
        var again = await server.CallAsync("register", body);

        first.Outcome.Should().Be("200");
        again.Text.Should().Be(first.Text);
    }

    [Fact]
    public async Task The_session_alone_stands_for_the_request_it_was_begun_with()
    {
        await using var server = await TestHomeserver.StartAsync();
        var challenge =
            await server.CallAsync("register", new { username = "alice", device_id = "PHONE", initial_device_display_name = "Pocket" });

        var answer = await server.CallAsync("register", new { auth = new { type = "m.login.dummy", session = challenge["session"] } });

        answer["user_id"].Should().Be("@alice:localhost");
        (await server.CallAsync("getDevice", token: answer["access_token"], arguments: ("deviceId", "PHONE")))["display_name"]
            .Should().Be("Pocket");
    }

    [Fact]
    public async Task Without_a_name_the_server_makes_one_up()
    {
        await using var server = await TestHomeserver.StartAsync();

        var first = await RegisterAsync(server, []);
        var second = await RegisterAsync(server, []);

        first["user_id"].Should().MatchRegex("^@[a-z]+:localhost$").And.NotBe(second["user_id"]);
    }

    [Fact]
    public async Task With_inhibit_login_there_is_no_session()
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer =
            await RegisterAsync(server, new JsonObject { ["inhibit_login"] = true, ["refresh_token"] = true, ["username"] = "alice" });

        answer.Text.Should().Be("""{"user_id":"@alice:localhost"}""");
    }

    [Fact]
    public async Task With_refresh_token_the_access_token_expires()
    {
        await using var server = await TestHomeserver.StartAsync();

        var answer = await RegisterAsync(server, new JsonObject { ["refresh_token"] = true });

        answer["refresh_token"].Should().NotBeNullOrEmpty();
        answer.Json.GetProperty("expires_in_ms").GetInt64().Should().Be(3_600_000);
    }

    [Theory]
    [InlineData("guest", "200")]
    [InlineData("robot", "400 M_INVALID_PARAM")]
    [InlineData("user", "401")]
    public async Task Users_and_guests_register(string kind, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("register", new { }, arguments: ("kind", kind))).Outcome.Should().Be(outcome);
    }

    [Theory]
    [InlineData("""{"username": 5}""")]
    [InlineData("""{"password": null}""")]
    [InlineData("""{"inhibit_login": "true"}""")]
    [InlineData("""{"refresh_token": 1}""")]
    [InlineData("""{"auth": "m.login.dummy"}""")]
    [InlineData("""{"auth": null}""")]
    [InlineData("""{"auth": {"type": 5}}""")]
    [InlineData("""{"auth": {"type": "m.login.dummy", "session": {}}}""")]
    public async Task Members_of_a_wrong_type_are_refused(string body)
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("register", body)).Outcome.Should().Be("400 M_BAD_JSON");
    }

    [Fact]
    public async Task Closed_registration_is_forbidden()
    {
        await using var server =
            await TestHomeserver.StartAsync(unexpected => new() { RegistrationOpen = false, UnexpectedError = unexpected });

        (await server.CallAsync("register", new { })).Outcome.Should().Be("403 M_FORBIDDEN");
        (await server.CallAsync("registrationTokenValidity", arguments: ("token", "x"))).Outcome.Should().Be("403 M_FORBIDDEN");
    }

    [Fact]
    public async Task A_registration_token_is_valid_until_it_is_used_up_or_expires()
    {
        var clock = new ManualClock();
        await using var server = await TestHomeserver.StartAsync(unexpected => new()
        {
            LimitedRegistrationTokens = [new("once", uses: 1), new("today", expiresAt: clock.GetUtcNow().AddHours(1))],
            Clock = clock,
            UnexpectedError = unexpected,
        });

        (await IsValidAsync(server, server.Server.RegistrationToken)).Should().BeTrue();
        (await IsValidAsync(server, "unheard-of")).Should().BeFalse();
        (await IsValidAsync(server, "once")).Should().BeTrue();
        (await IsValidAsync(server, "today")).Should().BeTrue();

        (await RegisterByTokenAsync(server, "once")).Outcome.Should().Be("200");
        (await RegisterByTokenAsync(server, "once")).Outcome.Should().Be("401 M_FORBIDDEN");
        (await IsValidAsync(server, "once")).Should().BeFalse();
        clock.Advance(TimeSpan.FromHours(1));
        (await IsValidAsync(server, "today")).Should().BeFalse();
        (await RegisterByTokenAsync(server, "today")).Outcome.Should().Be("401 M_FORBIDDEN");
        (await server.CallAsync("registrationTokenValidity")).Outcome.Should().Be("400 M_MISSING_PARAM");
    }

    [Fact]
    public async Task A_token_of_one_use_makes_one_account_whoever_comes_at_the_same_time()
    {
        await using var server = await TestHomeserver.StartAsync();
        var token = server.Server.MakeSingleUseToken();

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => RegisterByTokenAsync(server, token))));

        outcomes.Count(answer => answer.Outcome == "200").Should().Be(1);
        (await IsValidAsync(server, token)).Should().BeFalse();
    }

    [Fact]
    public void Options_do_not_show_their_secrets()
    {
        var options = new ReferenceServerOptions
        {
            ApplicationService =
            new() { Token = "secret", SenderLocalpart = "bridge", UserNamespace = "@x.*" }
        };

        $"{options} {options.ApplicationService} {new LimitedRegistrationToken("secret")}".Should().NotContain("secret").And.NotContain(
            options.RegistrationToken);
    }

    private static async Task<bool> IsValidAsync(TestHomeserver server, string token) =>
        (await server.CallAsync("registrationTokenValidity", arguments: ("token", token))).Json.GetProperty("valid").GetBoolean();

    private static async Task<Answer> RegisterByTokenAsync(TestHomeserver server, string token)
    {
        var session = (await server.CallAsync("register", new { }))["session"];
        var answer = await server.CallAsync("register", new { auth = new { type = "m.login.registration_token", token, session } });
        return answer["errcode"] is null
            ? await server.CallAsync("register", new { auth = new { type = "m.login.terms", session } })
            : answer;
    }

    private static async Task<Answer> RegisterAsync(TestHomeserver server, JsonObject body)
    {
        var challenge = await server.CallAsync("register", body);
        return await server.CallAsync(
            "register", TestHomeserver.WithAuth(body, new { type = "m.login.dummy", session = challenge["session"] }));
    }
}
