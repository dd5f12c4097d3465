using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class DeviceTests
{
    [Fact]
    public async Task The_list_has_the_devices_of_the_user_and_no_others()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync("PHONE", "Pocket");
        await server.LogInAsync(alice, "LAPTOP");
        var bob = await server.RegisterAsync("DESKTOP");

        var answer = await server.CallAsync("getDevices", token: alice.Token);

        answer.Status.Should().Be(200);
        (await server.DevicesAsync(alice)).Should().Equal("LAPTOP", "PHONE");
        (await server.DevicesAsync(bob)).Should().Equal("DESKTOP");
        var devices = answer.Json.GetProperty("devices");
        devices[0].GetProperty("display_name").GetString().Should().Be("Pocket");
        devices[1].TryGetProperty("display_name", out _).Should().BeFalse();
    }

    [Fact]
    public async Task A_device_tells_when_and_where_it_was_seen()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        var device = await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", "PHONE"));

        device["last_seen_ip"].Should().Be("127.0.0.1");
        DateTimeOffset.FromUnixTimeMilliseconds(device.Json.GetProperty("last_seen_ts").GetInt64())
            .Should().BeCloseTo(DateTimeOffset.UtcNow, TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("a b")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("100%")]
    [InlineData("a?b#c&d")]
    [InlineData("a+b")]
    [InlineData("Gerät 🐈")]
    [InlineData("..\\:;,=@!$'()*[]{}|^`\"<>~")]
    public async Task Device_ids_are_percent_decoded_once(string deviceId)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync(deviceId);

        var shown = await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", deviceId));
        var renamed = await server.CallAsync("updateDevice", new { display_name = "ДбÜ🐈" }, alice.Token, ("deviceId", deviceId));
        var again = await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", deviceId));
        var deleted = await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", deviceId));

        shown["device_id"].Should().Be(deviceId);
        renamed.Outcome.Should().Be("200");
        again["display_name"].Should().Be("ДбÜ🐈");
        deleted.Outcome.Should().Be("200");
        (await server.WhoAmIAsync(alice)).Should().Be("401 M_UNKNOWN_TOKEN");
    }

    [Fact]
    public async Task A_device_that_the_user_does_not_have_is_not_found()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        await server.RegisterAsync("DESKTOP");

        foreach (var deviceId in new[] { "NOWHERE", "DESKTOP" })
        {
            (await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", deviceId))).Outcome.Should().Be(
                "404 M_NOT_FOUND");
            (await server.CallAsync("updateDevice", new { display_name = "x" }, alice.Token, ("deviceId", deviceId))).Outcome.Should().Be(
                "404 M_NOT_FOUND");
        }

        (await server.DevicesAsync(alice)).Should().Equal("PHONE");
    }

    [Fact]
    public async Task An_update_without_a_name_leaves_the_name()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync("PHONE", "Pocket");

        await server.CallAsync("updateDevice", new { }, alice.Token, ("deviceId", "PHONE"));

        (await server.CallAsync("getDevice", token: alice.Token, arguments: ("deviceId", "PHONE")))["display_name"].Should().Be("Pocket");
    }

    [Fact]
    public async Task Deleting_a_device_ends_its_tokens_and_no_others()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP", refreshToken: true);

        var challenge = await server.CallAsync("deleteDevice", null, alice.Token, ("deviceId", "LAPTOP"));
        (await server.DevicesAsync(alice)).Should().Equal("LAPTOP", "PHONE");
        var deleted = await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", "LAPTOP"));
        var again = await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", "LAPTOP"));

        challenge.IsChallenge.Should().BeTrue();
        deleted.Outcome.Should().Be("200");
        again.Outcome.Should().Be("200");
        (await server.DevicesAsync(alice)).Should().Equal("PHONE");
        (await server.WhoAmIAsync(laptop)).Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.WhoAmIAsync(alice)).Should().Be($"{alice.UserId} PHONE");
        (await server.CallAsync("refresh", new { refresh_token = laptop.RefreshToken })).Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
    }

    [Fact]
    public async Task A_deletion_without_a_body_is_challenged()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        var answer =
            await server.SendAsync(TestHomeserver.Specification.GetOperation("deleteDevice"), null, alice.Token, ("deviceId", "PHONE"));

        answer.IsChallenge.Should().BeTrue();
    }

    [Fact]
    public async Task A_device_of_another_user_is_not_deleted()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var bob = await server.RegisterAsync("DESKTOP");

        await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", "DESKTOP"));
        await server.AuthenticateAsync("deleteDevices", new JsonObject { ["devices"] = new JsonArray("DESKTOP") }, alice);

        (await server.WhoAmIAsync(bob)).Should().Be($"{bob.UserId} DESKTOP");
    }

    [Fact]
    public async Task Bulk_deletion_removes_the_listed_devices_and_minds_no_unknown_one()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP");
        var tablet = await server.LogInAsync(alice, "TABLET");
        await server.LogInAsync(alice, "WATCH");

        var answer = await server.AuthenticateAsync(
            "deleteDevices", new JsonObject { ["devices"] = new JsonArray("LAPTOP", "NOWHERE", "TABLET") }, alice);

        answer.Outcome.Should().Be("200");
        (await server.DevicesAsync(alice)).Should().Equal("PHONE", "WATCH");
        (await server.WhoAmIAsync(laptop)).Should().Be("401 M_UNKNOWN_TOKEN");
        (await server.WhoAmIAsync(tablet)).Should().Be("401 M_UNKNOWN_TOKEN");
    }

    [Theory]
    [InlineData("{}", "400 M_MISSING_PARAM")]
    [InlineData("""{"devices": null}""", "400 M_BAD_JSON")]
    [InlineData("""{"devices": "PHONE"}""", "400 M_BAD_JSON")]
    [InlineData("""{"devices": {"PHONE": true}}""", "400 M_BAD_JSON")]
    [InlineData("""{"devices": [5]}""", "400 M_BAD_JSON")]
    public async Task Bulk_deletion_without_a_list_is_refused_before_authentication(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        var answer = await server.CallAsync("deleteDevices", body, alice.Token);

        answer.Outcome.Should().Be(outcome);
        answer.IsChallenge.Should().BeFalse();
    }
}
