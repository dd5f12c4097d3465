using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class AccountTests
{
    [Fact]
    public async Task A_password_change_logs_the_other_devices_out()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP");

        var answer = await server.AuthenticateAsync("changePassword", new JsonObject { ["new_password"] = "new" }, alice);

        answer.Text.Should().Be("{}");
        (await LogInAsync(server, alice, alice.Password)).Should().Be("403 M_FORBIDDEN");
        (await LogInAsync(server, alice, "new")).Should().Be("200");
        (await server.WhoAmIAsync(alice)).Should().Be($"{alice.UserId} PHONE");
        var after = await server.CallAsync("getTokenOwner", token: laptop.Token);
        after.Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        after.Json.TryGetProperty("soft_logout", out _).Should().BeFalse();
        (await server.DevicesAsync(alice)).Should().NotContain("LAPTOP");
    }

    [Fact]
    public async Task A_password_change_may_leave_the_other_devices_alone()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP");

        await server.AuthenticateAsync("changePassword", new JsonObject { ["new_password"] = "new", ["logout_devices"] = false }, alice);

        (await server.WhoAmIAsync(laptop)).Should().Be($"{alice.UserId} LAPTOP");
    }

    [Theory]
    [InlineData("{}", "400 M_MISSING_PARAM")]
    [InlineData("""{"new_password": 5}""", "400 M_BAD_JSON")]
    [InlineData("""{"new_password": "x", "logout_devices": "no"}""", "400 M_BAD_JSON")]
    public async Task A_password_change_is_checked_before_authentication(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await server.CallAsync("changePassword", body, alice.Token)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task Without_a_token_the_user_who_authenticates_changes_the_password()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var body = new JsonObject { ["new_password"] = "new" };
        var challenge = await server.CallAsync("changePassword", body);

        var answer = await server.CallAsync("changePassword", TestHomeserver.WithAuth(body, alice.Auth(challenge["session"])));

        challenge.Flows.Should().Equal("m.login.password");
        answer.Outcome.Should().Be("200");
        (await LogInAsync(server, alice, "new")).Should().Be("200");
        (await server.WhoAmIAsync(alice)).Should().Be("401 M_UNKNOWN_TOKEN");
    }

    [Fact]
    public async Task A_deactivated_account_is_over()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync(refreshToken: true);
        var bob = await server.RegisterAsync();
        var loginToken = (await server.AuthenticateAsync("generateLoginToken", null, alice))["login_token"];
        await KeyTests.UploadAsync(server, alice);
        var challenge = await server.CallAsync("deactivateAccount", new { }, alice.Token);

        var answer = await server.AuthenticateAsync("deactivateAccount", new JsonObject { ["erase"] = true }, alice);

        challenge.IsChallenge.Should().BeTrue();
        answer.Text.Should().Be("""{"id_server_unbind_result":"success"}""");
        (await server.WhoAmIAsync(alice)).Should().Be("401 M_UNKNOWN_TOKEN");
        (await LogInAsync(server, alice, alice.Password)).Should().Be("403 M_USER_DEACTIVATED");
        (await LogInAsync(server, alice, "wrong")).Should().Be("403 M_FORBIDDEN");
        (await server.CallAsync("login", new { type = "m.login.token", token = loginToken })).Outcome.Should().Be("403 M_USER_DEACTIVATED");
        (await server.CallAsync("refresh", new { refresh_token = alice.RefreshToken })).Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.CallAsync("register", new { username = alice.Localpart })).Outcome.Should().Be("400 M_USER_IN_USE");
        (await KeyTests.QueryAsync(server, bob, alice.UserId)).Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_token_the_user_who_authenticates_is_deactivated()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var bob = await server.RegisterAsync();
        var challenge = await server.CallAsync("deactivateAccount", new { });

        await server.CallAsync("deactivateAccount", TestHomeserver.WithAuth(null, alice.Auth(challenge["session"])));

        (await server.WhoAmIAsync(alice)).Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.WhoAmIAsync(bob)).Should().Be($"{bob.UserId} PHONE");
    }

    [Fact]
    public async Task Without_mail_no_identifier_can_be_added()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var body = new JsonObject { ["sid"] = "made-up", ["client_secret"] = "made-up" };

        (await server.CallAsync("add3PID", new { sid = "x" }, alice.Token)).Outcome.Should().Be("400 M_MISSING_PARAM");
        (await server.CallAsync("add3PID", body, alice.Token)).IsChallenge.Should().BeTrue();
        (await server.AuthenticateAsync("add3PID", body, alice)).Outcome.Should().Be("400 M_THREEPID_AUTH_FAILED");
        (await server.CallAsync("getAccount3PIDs", token: alice.Token)).Text.Should().Be("""{"threepids":[]}""");
    }

    private static async Task<string> LogInAsync(TestHomeserver server, TestUser user, string password) =>
        (await server.CallAsync("login", new { type = "m.login.password", identifier = user.Identifier, password })).Outcome;
}
