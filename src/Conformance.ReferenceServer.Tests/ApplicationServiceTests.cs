using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class ApplicationServiceTests
{
    private const string Token = "as-token";

    [Fact]
    public async Task The_service_acts_as_its_sender_or_as_a_user_of_its_own()
    {
        await using var server = await StartAsync();
        await RegisterAsync(server, "_irc_alice");

        (await server.CallAsync("getTokenOwner", token: Token))["user_id"].Should().Be("@bridge:localhost");
        (await server.CallAsync("getTokenOwner", token: Token, arguments: ("user_id", "@_irc_alice:localhost")))["user_id"]
            .Should().Be("@_irc_alice:localhost");
        (await server.CallAsync("getTokenOwner", token: Token, arguments: ("user_id", "@_irc_never:localhost"))).Outcome.Should().Be(
            "403 M_FORBIDDEN");
        (await server.CallAsync("getTokenOwner", token: Token, arguments: ("user_id", "@bob:localhost"))).Outcome.Should().Be(
            "403 M_FORBIDDEN");
    }

    [Fact]
    public async Task The_service_creates_and_deletes_devices_without_user_interaction()
    {
        await using var server = await StartAsync();
        await RegisterAsync(server, "_irc_alice");
        (string, string)[] asAlice = [("user_id", "@_irc_alice:localhost")];
        (string, string)[] onBridge = [("user_id", "@_irc_alice:localhost"), ("deviceId", "BRIDGE")];

        var created = await server.CallAsync("updateDevice", new { display_name = "The bridge" }, Token, onBridge);
        var updated = await server.CallAsync("updateDevice", new { display_name = "Still the bridge" }, Token, onBridge);
        var acting = await server.CallAsync("getTokenOwner", token: Token, arguments: [.. asAlice, ("device_id", "BRIDGE")]);
        var actingAsSender = await server.CallAsync("getTokenOwner", token: Token, arguments: ("device_id", "BRIDGE"));
        var listed = await server.CallAsync("getDevices", token: Token, arguments: asAlice);
        var deleted = await server.CallAsync("deleteDevice", null, Token, onBridge);
        var deletedAll = await server.CallAsync("deleteDevices", """{"devices": ["BRIDGE"]}""", Token, asAlice);

        created.Outcome.Should().Be("201");
        updated.Outcome.Should().Be("200");
        acting["device_id"].Should().Be("BRIDGE");
        actingAsSender.Outcome.Should().Be("400 M_UNKNOWN_DEVICE");
        listed.Json.GetProperty("devices").EnumerateArray().Select(device => device.GetProperty("device_id").GetString())
            .Count(id => id == "BRIDGE").Should().Be(1);
        deleted.Outcome.Should().Be("200");
        deletedAll.Outcome.Should().Be("200");
    }

    [Theory]
    [InlineData("_irc_bob", Token, "200")]
    [InlineData("alice", Token, "400 M_EXCLUSIVE")]
    [InlineData("_irc_bob", null, "401 M_MISSING_TOKEN")]
    [InlineData("_irc_bob", "no-as-token", "401 M_UNKNOWN_TOKEN")]
    public async Task The_service_registers_users_of_its_namespace(string username, string? token, string outcome)
    {
        await using var server = await StartAsync();

        (await server.CallAsync("register", new { type = "m.login.application_service", username }, token)).Outcome.Should().Be(outcome);
    }

    [Theory]
    [InlineData("_irc_alice", Token, "200")]
    [InlineData("@_irc_alice:localhost", Token, "200")]
    [InlineData("_irc_never", Token, "403 M_FORBIDDEN")]
    [InlineData("bob", Token, "400 M_EXCLUSIVE")]
    [InlineData("nobody", Token, "400 M_EXCLUSIVE")]
    [InlineData("_irc_alice", null, "401 M_MISSING_TOKEN")]
    [InlineData("_irc_alice", "no-as-token", "401 M_UNKNOWN_TOKEN")]
    public async Task The_service_logs_in_users_of_its_namespace(string user, string? token, string outcome)
    {
        await using var server = await StartAsync();
        await RegisterAsync(server, "_irc_alice");
        await server.RegisterAsync(username: "bob");

        var answer = await server.CallAsync(
            "login", new { type = "m.login.application_service", identifier = new { type = "m.id.user", user } }, token);

        answer.Outcome.Should().Be(outcome);
        if (answer.Status == 200)
        {
            (await server.CallAsync("getTokenOwner", token: answer["access_token"]))["user_id"].Should().Be("@_irc_alice:localhost");
        }
    }

    [Theory]
    [InlineData(true, "400 M_EXCLUSIVE")]
    [InlineData(false, "401")]
    public async Task Others_stay_out_of_an_exclusive_namespace(bool exclusive, string outcome)
    {
        await using var server = await StartAsync(exclusive);

        (await server.CallAsync("register", new { username = "_irc_carol" })).Outcome.Should().Be(outcome);
        (await server.CallAsync("checkUsernameAvailability", arguments: ("username", "_irc_carol"))).Outcome.Should().Be(exclusive
            ? outcome
            : "200");
        (await server.CallAsync("register", new { username = "bridge" })).Outcome.Should().Be("400 M_EXCLUSIVE");
    }

    [Fact]
    public async Task The_service_registers_where_registration_is_closed()
    {
        await using var server = await StartAsync(open: false);

        (await RegisterAsync(server, "_irc_alice"))["user_id"].Should().Be("@_irc_alice:localhost");
    }

    [Fact]
    public async Task The_service_replaces_cross_signing_keys_without_user_interaction()
    {
        await using var server = await StartAsync();

        foreach (var key in new[] { "first", "second" })
        {
            var master = new JsonObject
            {
                ["user_id"] = "@bridge:localhost",
                ["usage"] = new JsonArray("master"),
                ["keys"] = new JsonObject { [$"ed25519:{key}"] = key },
            };
            (await server.CallAsync("uploadCrossSigningKeys", new JsonObject { ["master_key"] = master }, Token)).Outcome.Should().Be(
                "200");
        }
    }

    [Fact]
    public async Task A_user_without_a_password_cannot_do_what_needs_one()
    {
        await using var server = await StartAsync();
        var session = await RegisterAsync(server, "_irc_alice");

        var capabilities = (await server.CallAsync("getCapabilities", token: session["access_token"])).Json.GetProperty("capabilities");
        var loginToken = await server.CallAsync("generateLoginToken", token: session["access_token"]);

        capabilities.GetProperty("m.change_password").GetProperty("enabled").GetBoolean().Should().BeFalse();
        capabilities.GetProperty("m.get_login_token").GetProperty("enabled").GetBoolean().Should().BeFalse();
        loginToken.Outcome.Should().Be("400 M_UNKNOWN");
    }

    [Fact]
    public async Task Acting_as_a_user_has_no_effect_on_refresh()
    {
        await using var server = await StartAsync();
        await RegisterAsync(server, "_irc_alice");

        (await server.CallAsync("refresh", new { refresh_token = "nope" }, Token,
            ("user_id", "@_irc_alice:localhost"))).Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
    }

    [Fact]
    public async Task The_service_login_is_listed()
    {
        await using var server = await StartAsync();

        (await server.CallAsync("getLoginFlows")).Json.GetProperty("flows").EnumerateArray().Last().GetProperty("type").GetString()
            .Should().Be("m.login.application_service");
    }

    private static Task<TestHomeserver> StartAsync(bool exclusive = true, bool open = true) => TestHomeserver.StartAsync(unexpected => new()
    {
        ApplicationService = new ApplicationServiceRegistration
        {
            Token = Token,
            SenderLocalpart = "bridge",
            UserNamespace = "@_irc_.*:localhost",
            Exclusive = exclusive,
        },
        RegistrationOpen = open,
        UnexpectedError = unexpected,
    });

    private static Task<Answer> RegisterAsync(TestHomeserver server, string username) =>
        server.CallAsync("register", new { type = "m.login.application_service", username }, Token);
}
