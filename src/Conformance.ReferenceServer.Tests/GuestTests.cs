using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class GuestTests
{
    private static readonly (string, string) Kind = ("kind", "guest");

    [Fact]
    public async Task A_guest_registers_without_authentication_and_says_nothing_but_the_name_of_the_device()
    {
        await using var server = await TestHomeserver.StartAsync();

        var guest = await server.CallAsync(
            "register",
            """{"username": "carol", "password": 5, "device_id": "MINE", "inhibit_login": true, "refresh_token": true, "auth": null, "initial_device_display_name": "Visitor"}""",
            arguments: Kind);

        guest.Outcome.Should().Be("200");
        guest["user_id"].Should().NotBe("@carol:localhost");
        guest["device_id"].Should().NotBe("MINE");
        guest["refresh_token"].Should().BeNull();
        var token = guest["access_token"];
        (await server.CallAsync("getDevice", token: token, arguments: ("deviceId", guest["device_id"]!)))["display_name"]
            .Should().Be("Visitor");
        (await server.CallAsync("getTokenOwner", token: token))["is_guest"].Should().Be("True");
        (await server.CallAsync("getTokenOwner", token: (await server.RegisterAsync()).Token))["is_guest"].Should().Be("False");
    }

    [Theory]
    [InlineData("not JSON", "400 M_NOT_JSON")]
    [InlineData("[]", "400 M_BAD_JSON")]
    [InlineData("""{"initial_device_display_name": 5}""", "400 M_BAD_JSON")]
    public async Task A_guests_request_must_be_one_all_the_same(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("register", body, arguments: Kind)).Outcome.Should().Be(outcome);
    }

    [Theory]
    [InlineData("getDevices", "200")]
    [InlineData("getTokenOwner", "200")]
    [InlineData("getVersions", "200")]
    [InlineData("uploadKeys", "200")]
    [InlineData("getCapabilities", "403 M_GUEST_ACCESS_FORBIDDEN")]
    [InlineData("getAccount3PIDs", "403 M_GUEST_ACCESS_FORBIDDEN")]
    [InlineData("logout", "403 M_GUEST_ACCESS_FORBIDDEN")]
    [InlineData("deactivateAccount", "403 M_GUEST_ACCESS_FORBIDDEN")]
    [InlineData("changePassword", "403 M_GUEST_ACCESS_FORBIDDEN")]
    public async Task A_guest_may_call_what_is_open_to_guests(string operationId, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var token = (await server.CallAsync("register", arguments: Kind))["access_token"];

        (await server.CallAsync(operationId, token: token)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task A_guest_becomes_a_user_under_the_same_user_ID()
    {
        await using var server = await TestHomeserver.StartAsync();
        var guest = await server.CallAsync("register", arguments: Kind);
        var userId = guest["user_id"]!;
        var body = new JsonObject
        {
            ["username"] = Localpart(userId),
            ["password"] = "correct horse",
            ["guest_access_token"] = guest["access_token"]
        };

        var upgraded = await RegisterAsync(server, body);
        var owner = await server.CallAsync("getTokenOwner", token: upgraded["access_token"]);
        var login = await server.CallAsync(
            "login", new { type = "m.login.password", identifier = new { type = "m.id.user", user = userId }, password = "correct horse" });

        upgraded["user_id"].Should().Be(userId);
        owner["is_guest"].Should().Be("False");
        login.Outcome.Should().Be("200");
        (await server.CallAsync("register", body)).Outcome.Should().Be("403 M_FORBIDDEN", "nobody is upgraded twice");
    }

    [Theory]
    [InlineData(false, true, "403 M_FORBIDDEN")]
    [InlineData(true, false, "403 M_FORBIDDEN")]
    [InlineData(null, true, "400 M_MISSING_PARAM")]
    public async Task Who_is_upgraded_is_the_guest_of_the_token(bool? ownName, bool ownToken, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var guest = await server.CallAsync("register", arguments: Kind);
        var alice = await server.RegisterAsync();
        var body = new JsonObject { ["guest_access_token"] = ownToken ? guest["access_token"] : alice.Token };
        if (ownName is { } own)
        {
            body["username"] = own ? Localpart(guest["user_id"]!) : "somebody";
        }

        (await server.CallAsync("register", body)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task Guests_can_be_kept_out()
    {
        await using var server = await TestHomeserver.StartAsync(unexpected =>
            new ReferenceServerOptions { UnexpectedError = unexpected, GuestsAllowed = false });

        (await server.CallAsync("register", arguments: Kind)).Outcome.Should().Be("403 M_GUEST_ACCESS_FORBIDDEN");
    }

    private static string Localpart(string userId) => userId[1..userId.IndexOf(':', StringComparison.Ordinal)];

    private static async Task<Answer> RegisterAsync(TestHomeserver server, JsonObject body)
    {
        var challenge = await server.CallAsync("register", body);
        return await server.CallAsync(
            "register", TestHomeserver.WithAuth(body, new { type = "m.login.dummy", session = challenge["session"] }));
    }
}
