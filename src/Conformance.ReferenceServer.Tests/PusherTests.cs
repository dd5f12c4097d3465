using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class PusherTests
{
    [Fact]
    public async Task A_pusher_is_listed_as_it_was_set_and_set_again_it_is_changed()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await SetAsync(server, alice, Pusher("key"))).Outcome.Should().Be("200");
        var changed = Pusher("key");
        changed["lang"] = "fr";
        await SetAsync(server, alice, changed);

        changed.Remove("append");
        (await ListAsync(server, alice))
            .Should().ContainSingle().Which.Should().Match<JsonNode>(pusher => JsonNode.DeepEquals(pusher, changed));
    }

    [Fact]
    public async Task A_kind_of_null_removes_a_pusher()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();
        await SetAsync(server, alice, Pusher("one"));
        await SetAsync(server, alice, Pusher("two"));

        (await server.CallAsync(
            "postPusher", """{"kind": null, "app_id": "org.example.app", "pushkey": "one"}""", alice.Token)).Outcome.Should().Be("200");

        (await ListAsync(server, alice)).Should().ContainSingle().Which!["pushkey"]!.GetValue<string>().Should().Be("two");
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public async Task A_pusher_of_the_same_key_replaces_that_of_another_user_unless_it_is_appended(bool append, int left)
    {
        await using var server = await TestHomeserver.StartAsync();
        var (alice, bob) = (await server.RegisterAsync(), await server.RegisterAsync());
        await SetAsync(server, alice, Pusher("key"));
        var own = Pusher("key");
        own["append"] = append;

        await SetAsync(server, bob, own);

        (await ListAsync(server, alice)).Should().HaveCount(left);
        (await ListAsync(server, bob)).Should().HaveCount(1);
    }

    [Fact]
    public async Task A_pusher_goes_with_its_device_and_does_not_come_back_with_another_of_that_id()
    {
        await using var server = await TestHomeserver.StartAsync();
        var phone = await server.RegisterAsync();
        var laptop = await server.LogInAsync(phone, "LAPTOP");
        await SetAsync(server, laptop, Pusher("key"));

        await server.CallAsync("logout", token: laptop.Token);
        await server.LogInAsync(phone, "LAPTOP");

        (await ListAsync(server, phone)).Should().BeEmpty();
    }

    [Theory]
    [InlineData("""{"app_id": "a", "pushkey": "k"}""", "400 M_MISSING_PARAM")]
    [InlineData("""{"kind": "http", "pushkey": "k"}""", "400 M_MISSING_PARAM")]
    [InlineData("""{"kind": "http", "app_id": "a", "pushkey": "k", "data": {}}""", "400 M_MISSING_PARAM")]
    [InlineData("""{"kind": "pigeon", "app_id": "a", "pushkey": "k", "data": {}}""", "400 M_INVALID_PARAM")]
    [InlineData("""{"kind": "http", "app_id": "a", "pushkey": "k", "data": {"url": "http://push.example.org/_matrix/push/v1/notify"}}""",
        "400 M_INVALID_PARAM")]
    [InlineData("""{"kind": "http", "app_id": "a", "pushkey": "k", "data": {"url": "https://push.example.org/elsewhere"}}""",
        "400 M_INVALID_PARAM")]
    [InlineData("""{"kind": 5, "app_id": "a", "pushkey": "k"}""", "400 M_BAD_JSON")]
    public async Task A_pusher_that_cannot_be_set_is_refused(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync();

        (await server.CallAsync("postPusher", body, alice.Token)).Outcome.Should().Be(outcome);
    }

    internal static JsonObject Pusher(string key) => new()
    {
        ["kind"] = "http",
        ["data"] = new JsonObject { ["url"] = "https://push.example.org/_matrix/push/v1/notify" },
        ["app_id"] = "org.example.app",
        ["pushkey"] = key,
        ["app_display_name"] = "Example",
        ["device_display_name"] = "Laptop",
        ["lang"] = "en",
    };

    private static Task<Answer> SetAsync(TestHomeserver server, TestUser user, JsonObject pusher) =>
        server.CallAsync("postPusher", pusher, user.Token);

    private static async Task<IReadOnlyList<JsonNode?>> ListAsync(TestHomeserver server, TestUser user) =>
        [.. JsonNode.Parse((await server.CallAsync("getPushers", token: user.Token)).Bytes)!["pushers"]!.AsArray()];
}
