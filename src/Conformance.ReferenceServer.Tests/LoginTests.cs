using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class LoginTests
{
    [Theory]
    [InlineData("alice")]
    [InlineData("ALICE")]
    [InlineData("@alice:localhost")]
    [InlineData("@Alice:localhost")]
    public async Task A_user_logs_in_by_user_id_or_localpart_in_any_case(string user)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync(username: "alice");

        var answer = await server.CallAsync(
            "login", new { type = "m.login.password", identifier = new { type = "m.id.user", user }, password = alice.Password });

        answer.Outcome.Should().Be("200");
        answer["user_id"].Should().Be("@alice:localhost");
        answer.Json.TryGetProperty("refresh_token", out _).Should().BeFalse();
        answer.Json.TryGetProperty("expires_in_ms", out _).Should().BeFalse();
    }

    [Fact]
    public async Task The_deprecated_member_user_still_identifies()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await server.CallAsync(
            "login", new { type = "m.login.password", user = alice.Localpart, password = alice.Password })).Outcome.Should().Be("200");
    }

    [Theory]
    [InlineData(
        """{"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "alice"}, "password": "wrong"}""", "403 M_FORBIDDEN")]
    [InlineData(
        """{"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "nobody"}, "password": "x"}""", "403 M_FORBIDDEN")]
    [InlineData(
        """{"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "@alice:example.org"}, "password": "correct horse"}""",
        "403 M_FORBIDDEN")]
    [InlineData(
        """{"type": "m.login.password", "identifier": {"type": "m.id.thirdparty", "medium": "email", "address": "nobody@example.org"}, "password": "x"}""", "403 M_FORBIDDEN")]
    [InlineData("""{"type": "m.login.password", "identifier": {"medium": "email", "address": "nobody@example.org"}, "password": "x"}""",
        "403 M_FORBIDDEN")]
    [InlineData(
        """{"type": "m.login.password", "identifier": {"type": "m.id.phone", "country": "GB", "phone": "07700 900001"}, "password": "x"}""",
        "403 M_FORBIDDEN")]
    [InlineData("""{"type": "m.login.password", "medium": "email", "address": "nobody@example.org", "password": "x"}""", "403 M_FORBIDDEN")]
    [InlineData("""{"type": "m.login.password", "identifier": {"type": "org.example.x"}, "password": "x"}""", "400 M_UNKNOWN")]
    [InlineData("""{"type": "m.login.password", "identifier": {"type": "m.id.user"}, "password": "x"}""", "400 M_MISSING_PARAM")]
    [InlineData("""{"type": "m.login.password", "identifier": {}, "password": "x"}""", "400 M_MISSING_PARAM")]
    [InlineData("""{"type": "m.login.password", "password": "x"}""", "400 M_MISSING_PARAM")]
    [InlineData("""{"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "alice"}}""", "400 M_MISSING_PARAM")]
    [InlineData("""{"type": "m.login.password", "identifier": "alice", "password": "x"}""", "400 M_BAD_JSON")]
    [InlineData(
        """{"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "alice"}, "password": "correct horse", "device_id": 5}""", "400 M_BAD_JSON")]
    [InlineData(
        """{"type": "m.login.password", "identifier": {"type": "m.id.user", "user": "alice"}, "password": "correct horse", "device_id": ""}""", "400 M_INVALID_PARAM")]
    [InlineData("""{"type": "m.login.token", "token": "nonsense"}""", "403 M_FORBIDDEN")]
    [InlineData("""{"type": "m.login.token"}""", "400 M_MISSING_PARAM")]
    [InlineData("""{"type": "m.login.application_service", "identifier": {"type": "m.id.user", "user": "alice"}}""", "400 M_UNKNOWN")]
    [InlineData("""{"type": "org.example.none"}""", "400 M_UNKNOWN")]
    public async Task Login_fails_as_its_clause_says(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        await server.RegisterAsync(username: "alice");

        var answer = await server.CallAsync("login", body);

        answer.Outcome.Should().Be(outcome);
        answer.IsChallenge.Should().BeFalse();
    }

    [Fact]
    public async Task Without_a_device_id_each_login_makes_a_new_device()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        var first = await server.LogInAsync(alice, deviceId: null);
        var second = await server.LogInAsync(alice, deviceId: null);

        (await server.DevicesAsync(alice)).Should().BeEquivalentTo("PHONE", first.DeviceId, second.DeviceId);
        first.DeviceId.Should().NotBe(second.DeviceId);
    }

    [Fact]
    public async Task A_login_on_a_known_device_ends_its_sessions_and_keeps_its_name()
    {
        await using var server = await TestHomeserver.StartAsync();
        var bob = await server.RegisterAsync("LAPTOP");
        var alice = await server.RegisterAsync();
        var first = await server.LogInAsync(alice, "LAPTOP", "First name", refreshToken: true);
        var second = await server.LogInAsync(alice, "LAPTOP", "Second name");

        (await server.WhoAmIAsync(first)).Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.CallAsync("refresh", new { refresh_token = first.RefreshToken })).Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.CallAsync("getDevice", token: second.Token, arguments: ("deviceId", "LAPTOP")))["display_name"]
            .Should().Be("First name");
        (await server.WhoAmIAsync(bob)).Should().Be($"{bob.UserId} LAPTOP");
    }

    [Fact]
    public async Task The_flows_are_those_that_work()
    {
        await using var server = await TestHomeserver.StartAsync();

        var flows = (await server.CallAsync("getLoginFlows")).Json.GetProperty("flows").EnumerateArray().ToList();

        flows.Select(flow => flow.GetProperty("type").GetString()).Should().Equal("m.login.password", "m.login.token");
        flows[1].GetProperty("get_login_token").GetBoolean().Should().BeTrue();
    }

    [Fact]
    public async Task Logout_ends_the_device_and_no_other()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP", refreshToken: true);

        var answer = await server.SendAsync(TestHomeserver.Specification.GetOperation("logout"), null, laptop.Token);

        answer.Text.Should().Be("{}");
        var after = await server.CallAsync("getTokenOwner", token: laptop.Token);
        after.Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        after.Json.TryGetProperty("soft_logout", out _).Should().BeFalse();
        (await server.CallAsync("refresh", new { refresh_token = laptop.RefreshToken })).Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.DevicesAsync(alice)).Should().Equal("PHONE");
    }

    [Fact]
    public async Task Logout_of_all_ends_every_device()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP");

        (await server.CallAsync("logout_all", token: alice.Token)).Text.Should().Be("{}");

        (await server.WhoAmIAsync(alice)).Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.WhoAmIAsync(laptop)).Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.DevicesAsync(await server.LogInAsync(alice, "NEW"))).Should().Equal("NEW");
    }

    [Fact]
    public async Task A_login_token_is_for_one_login_of_its_user()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        var challenge = await server.CallAsync("generateLoginToken", token: alice.Token);
        var issued = await server.AuthenticateAsync("generateLoginToken", null, alice);
        var login = await server.CallAsync("login", new { type = "m.login.token", token = issued["login_token"] });
        var again = await server.CallAsync("login", new { type = "m.login.token", token = issued["login_token"] });
        var challengedAgain = await server.CallAsync("generateLoginToken", token: alice.Token);

        challenge.IsChallenge.Should().BeTrue();
        issued.Json.GetProperty("expires_in_ms").GetInt64().Should().Be(120_000);
        login["user_id"].Should().Be(alice.UserId);
        login["device_id"].Should().NotBe("PHONE");
        again.Outcome.Should().Be("403 M_FORBIDDEN");
        challengedAgain.IsChallenge.Should().BeTrue();
    }

    [Fact]
    public async Task A_login_token_expires()
    {
        var clock = new ManualClock();
        await using var server = await TestHomeserver.StartAsync(unexpected => new() { Clock = clock, UnexpectedError = unexpected });
        var alice = await server.RegisterAsync();
        var issued = await server.AuthenticateAsync("generateLoginToken", null, alice);

        clock.Advance(TimeSpan.FromMinutes(2));

        (await server.CallAsync("login", new { type = "m.login.token", token = issued["login_token"] })).Outcome.Should().Be(
            "403 M_FORBIDDEN");
    }

    [Fact]
    public async Task A_finished_session_gives_no_second_login_token()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var challenge = await server.CallAsync("generateLoginToken", token: alice.Token);
        var body = TestHomeserver.WithAuth(null, alice.Auth(challenge["session"]));
        var issued = await server.CallAsync("generateLoginToken", body, alice.Token);

        var again = await server.CallAsync("generateLoginToken", body, alice.Token);

        issued.Outcome.Should().Be("200");
        again.Outcome.Should().Be("401 M_UNKNOWN");
        again.IsChallenge.Should().BeTrue();
        again["session"].Should().NotBe(challenge["session"]);
    }
}
