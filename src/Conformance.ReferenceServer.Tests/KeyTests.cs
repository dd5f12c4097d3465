using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class KeyTests
{
    private const string MasterPublicKey = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo";
    private const string OtherPublicKey = "PUAXw+hDiVqStwqnTRt+vJyYLM8uxJaMwM1V8Sr0Zgw";

    [Fact]
    public async Task Uploaded_keys_are_shown_until_the_device_is_logged_out()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync("PHONE", "Pocket");
        var bob = await server.RegisterAsync();

        var uploaded = await UploadAsync(server, alice);
        var queried =
            await server.CallAsync("queryKeys", new { device_keys = new Dictionary<string, string[]> { [alice.UserId] = [] } }, bob.Token);
        await server.CallAsync("logout", token: alice.Token);

        uploaded.Json.GetProperty("one_time_key_counts").ToString().Should().Be("""{"signed_curve25519":2}""");
        queried.Json.GetProperty("device_keys").GetProperty(alice.UserId).GetProperty("PHONE").GetProperty("unsigned")
            .GetProperty("device_display_name").GetString().Should().Be("Pocket");
        (await QueryAsync(server, bob, alice.UserId)).Should().BeEmpty();
    }

    [Fact]
    public async Task Deleting_a_device_removes_its_keys()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP");
        await UploadAsync(server, laptop);
        (await QueryAsync(server, alice, alice.UserId)).Should().Equal("LAPTOP");

        await server.AuthenticateAsync("deleteDevice", null, alice, ("deviceId", "LAPTOP"));

        (await QueryAsync(server, alice, alice.UserId)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("{}", "400 M_MISSING_PARAM")]
    [InlineData("""{"device_keys": []}""", "400 M_BAD_JSON")]
    [InlineData("""{"device_keys": {"@a:localhost": "X"}}""", "400 M_BAD_JSON")]
    [InlineData("""{"device_keys": {}, "timeout": "x"}""", "400 M_BAD_JSON")]
    [InlineData("""{"device_keys": {}, "timeout": 1.5}""", "400 M_BAD_JSON")]
    [InlineData("""{"device_keys": {}, "timeout": 10000}""", "200")]
    [InlineData("""{"device_keys": {"@a:example.org": []}}""", "200")]
    public async Task A_query_is_checked(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await server.CallAsync("queryKeys", body, alice.Token)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task Keys_of_another_device_are_refused()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await UploadAsync(server, alice, "LAPTOP")).Outcome.Should().Be("400 M_INVALID_PARAM");
    }

    [Fact]
    public async Task The_first_cross_signing_keys_need_no_authentication_and_neither_do_the_same_again()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var body = new JsonObject { ["master_key"] = Key(alice, "master", MasterPublicKey) };

        (await server.CallAsync("uploadCrossSigningKeys", body, alice.Token)).Outcome.Should().Be("200");
        (await server.CallAsync("uploadCrossSigningKeys", body, alice.Token)).Outcome.Should().Be("200");

        var queried = await server.CallAsync(
            "queryKeys", new { device_keys = new Dictionary<string, string[]> { [alice.UserId] = [] } }, alice.Token);
        queried.Json.GetProperty("master_keys").TryGetProperty(alice.UserId, out _).Should().BeTrue();
    }

    [Fact]
    public async Task Replacing_a_cross_signing_key_needs_authentication()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        await server.CallAsync(
            "uploadCrossSigningKeys", new JsonObject { ["master_key"] = Key(alice, "master", MasterPublicKey) }, alice.Token);
        var replacing = new JsonObject { ["master_key"] = Key(alice, "master", OtherPublicKey) };

        var challenge = await server.CallAsync("uploadCrossSigningKeys", replacing, alice.Token);
        var polled = await server.CallAsync(
            "uploadCrossSigningKeys", TestHomeserver.WithAuth(null, new { session = challenge["session"] }), alice.Token);
        var replaced = await server.AuthenticateAsync("uploadCrossSigningKeys", replacing, alice);

        challenge.IsChallenge.Should().BeTrue();
        polled.IsChallenge.Should().BeTrue();
        replaced.Outcome.Should().Be("200");
    }

    [Fact]
    public async Task Without_a_master_key_there_is_nothing_to_sign_with()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await server.CallAsync("uploadCrossSigningKeys", new { }, alice.Token)).Outcome.Should().Be("400 M_MISSING_PARAM");
        (await server.CallAsync(
            "uploadCrossSigningKeys", new JsonObject { ["self_signing_key"] = Key(alice, "self_signing", OtherPublicKey) }, alice.Token))
            .Outcome.Should().Be("400 M_MISSING_PARAM");
    }

    [Fact]
    public async Task A_key_that_the_master_key_did_not_sign_is_refused()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        var unsigned = Key(alice, "self_signing", OtherPublicKey);
        var forged = Key(alice, "self_signing", OtherPublicKey);
        forged["signatures"] = new JsonObject { [alice.UserId] = new JsonObject { [$"ed25519:{MasterPublicKey}"] = new string('A', 86) } };

        foreach (var key in new[] { unsigned, forged })
        {
            var body = new JsonObject { ["master_key"] = Key(alice, "master", MasterPublicKey), ["self_signing_key"] = key };
            (await server.CallAsync("uploadCrossSigningKeys", body, alice.Token)).Outcome.Should().Be("400 M_INVALID_SIGNATURE");
        }
    }

    [Fact]
    public async Task A_device_and_a_cross_signing_key_cannot_have_the_same_id()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync(OtherPublicKey);

        var taken = await server.CallAsync(
            "uploadCrossSigningKeys", new JsonObject { ["master_key"] = Key(alice, "master", OtherPublicKey) }, alice.Token);
        await server.CallAsync(
            "uploadCrossSigningKeys", new JsonObject { ["master_key"] = Key(alice, "master", MasterPublicKey) }, alice.Token);
        var login = await server.CallAsync("login", new
        {
            type = "m.login.password",
            identifier = alice.Identifier,
            password = alice.Password,
            device_id = MasterPublicKey,
        });

        taken.Outcome.Should().Be("403 M_FORBIDDEN");
        login.Outcome.Should().Be("403 M_FORBIDDEN");
    }

    internal static Task<Answer> UploadAsync(TestHomeserver server, TestUser user, string? deviceId = null)
    {
        var id = deviceId ?? user.DeviceId;
        return server.CallAsync("uploadKeys", new JsonObject
        {
            ["device_keys"] = new JsonObject
            {
                ["user_id"] = user.UserId,
                ["device_id"] = id,
                ["algorithms"] = new JsonArray("m.olm.v1.curve25519-aes-sha2"),
                ["keys"] = new JsonObject { [$"ed25519:{id}"] = MasterPublicKey },
                ["signatures"] = new JsonObject { [user.UserId] = new JsonObject { [$"ed25519:{id}"] = "signature" } },
            },
            ["one_time_keys"] = new JsonObject
            {
                ["signed_curve25519:A"] = new JsonObject { ["key"] = "a", ["signatures"] = new JsonObject() },
                ["signed_curve25519:B"] = new JsonObject { ["key"] = "b", ["signatures"] = new JsonObject() },
            },
        }, user.Token);
    }

    /// <summary>The devices whose keys are shown.</summary>
    internal static async Task<string[]> QueryAsync(TestHomeserver server, TestUser asking, string userId)
    {
        var answer =
            await server.CallAsync("queryKeys", new { device_keys = new Dictionary<string, string[]> { [userId] = [] } }, asking.Token);
        return answer.Json.GetProperty("device_keys").TryGetProperty(userId, out var devices)
            ? [.. devices.EnumerateObject().Select(device => device.Name)]
            : [];
    }

    private static JsonObject Key(TestUser user, string usage, string publicKey) => new()
    {
        ["user_id"] = user.UserId,
        ["usage"] = new JsonArray(usage),
        ["keys"] = new JsonObject { [$"ed25519:{publicKey}"] = publicKey },
    };
}
