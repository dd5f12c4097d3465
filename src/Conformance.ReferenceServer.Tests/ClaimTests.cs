using System.Text.Json;
using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

/// <summary>One-time keys are given out once, in the order of their upload, and fallback keys after them.</summary>
public sealed class ClaimTests
{
    [Fact]
    public async Task One_time_keys_come_in_their_order_and_then_the_fallback_key()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync("PHONE");
        var bob = await server.RegisterAsync();
        await UploadAsync(server, alice, "one_time_keys", "B");
        await UploadAsync(server, alice, "fallback_keys", "F");
        await UploadAsync(server, alice, "one_time_keys", "A");
        await UploadAsync(server, alice, "fallback_keys", "G");

        (await ClaimAsync(server, bob, alice)).Should().Be("signed_curve25519:B");
        (await ClaimAsync(server, bob, alice, "curve25519")).Should().BeNull();
        (await ClaimAsync(server, bob, alice)).Should().Be("signed_curve25519:A");
        (await ClaimAsync(server, bob, alice)).Should().Be("signed_curve25519:G");
        (await ClaimAsync(server, bob, alice)).Should().Be("signed_curve25519:G");
    }

    [Theory]
    [InlineData("logout")]
    [InlineData("logout_all")]
    public async Task The_keys_of_a_session_that_has_ended_are_gone(string operation)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync("PHONE");
        var bob = await server.RegisterAsync();
        await UploadAsync(server, alice, "one_time_keys", "A");
        await UploadAsync(server, alice, "fallback_keys", "B");

        await server.CallAsync(operation, token: alice.Token);

        (await ClaimAsync(server, bob, alice)).Should().BeNull();
    }

    [Fact]
    public async Task Claims_at_the_same_time_get_different_keys()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync("PHONE");
        var bob = await server.RegisterAsync();
        for (var number = 0; number < 20; number++)
        {
            await UploadAsync(server, alice, "one_time_keys", $"{number}");
        }

        var claimed = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => Task.Run(() => ClaimAsync(server, bob, alice))));

        claimed.Count(key => key is not null).Should().Be(20);
        claimed.OfType<string>().Should().OnlyHaveUniqueItems();
    }

    [Theory]
    [InlineData("{}", "400 M_MISSING_PARAM")]
    [InlineData("""{"one_time_keys": []}""", "400 M_BAD_JSON")]
    [InlineData("""{"one_time_keys": {"@a:localhost": []}}""", "400 M_BAD_JSON")]
    [InlineData("""{"one_time_keys": {"@a:localhost": {"X": 5}}}""", "400 M_BAD_JSON")]
    [InlineData("""{"one_time_keys": {}, "timeout": "x"}""", "400 M_BAD_JSON")]
    [InlineData("""{"one_time_keys": {"@a:localhost": {"X": "signed_curve25519"}}}""", "200")]
    [InlineData("""{"one_time_keys": {"@a:example.org": {"X": "signed_curve25519"}}}""", "200")]
    public async Task A_claim_is_checked(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await server.CallAsync("claimKeys", body, alice.Token)).Outcome.Should().Be(outcome);
    }

    private static async Task UploadAsync(TestHomeserver server, TestUser user, string member, string id)
    {
        var key = new JsonObject { ["key"] = "a", ["signatures"] = new JsonObject() };
        var body = new JsonObject { [member] = new JsonObject { [$"signed_curve25519:{id}"] = key } };
        (await server.CallAsync("uploadKeys", body, user.Token)).Outcome.Should().Be("200");
    }

    private static async Task<string?> ClaimAsync(
        TestHomeserver server, TestUser asking, TestUser owner, string algorithm = "signed_curve25519")
    {
        var wanted = new JsonObject { [owner.UserId] = new JsonObject { [owner.DeviceId] = algorithm } };
        var answer = await server.CallAsync("claimKeys", new JsonObject { ["one_time_keys"] = wanted }, asking.Token);
        answer.Outcome.Should().Be("200");
        return answer.Json.GetProperty("one_time_keys").TryGetProperty(owner.UserId, out var devices)
            && devices.TryGetProperty(owner.DeviceId, out var keys)
            && keys.ValueKind == JsonValueKind.Object
            ? keys.EnumerateObject().Single().Name
            : null;
    }
}
