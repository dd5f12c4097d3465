using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class RefreshTests
{
    [Fact]
    public async Task Refreshed_tokens_belong_to_the_same_device()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync(refreshToken: true);

        var answer = await RefreshAsync(server, alice.RefreshToken);

        answer.Json.GetProperty("expires_in_ms").GetInt64().Should().Be(3_600_000);
        (await server.WhoAmIAsync(alice with { Token = answer["access_token"]! })).Should().Be($"{alice.UserId} PHONE");
    }

    [Fact]
    public async Task The_old_refresh_token_works_until_a_new_access_token_is_used()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync(refreshToken: true);
        await RefreshAsync(server, alice.RefreshToken);
        var second = await RefreshAsync(server, alice.RefreshToken);

        second.Outcome.Should().Be("200");
        await server.CallAsync("getTokenOwner", token: second["access_token"]);

        (await RefreshAsync(server, alice.RefreshToken)).Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        (await RefreshAsync(server, second["refresh_token"])).Outcome.Should().Be("200");
    }

    [Fact]
    public async Task The_old_refresh_token_works_until_the_new_one_is_used()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync(refreshToken: true);
        var first = await RefreshAsync(server, alice.RefreshToken);
        await RefreshAsync(server, first["refresh_token"]);

        (await RefreshAsync(server, alice.RefreshToken)).Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
    }

    [Theory]
    [InlineData("""{"refresh_token": "nope"}""", "401 M_UNKNOWN_TOKEN")]
    [InlineData("{}", "400 M_MISSING_PARAM")]
    [InlineData("""{"refresh_token": 5}""", "400 M_BAD_JSON")]
    public async Task A_refresh_fails_as_its_clause_says(string body, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("refresh", body)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task An_expired_access_token_is_a_soft_logout_which_keeps_device_and_keys()
    {
        var clock = new ManualClock();
        await using var server = await TestHomeserver.StartAsync(unexpected => new()
        {
            AccessTokenLifetime = TimeSpan.FromSeconds(5),
            Clock = clock,
            UnexpectedError = unexpected,
        });
        var alice = await server.RegisterAsync();
        var laptop = await server.LogInAsync(alice, "LAPTOP", refreshToken: true);
        await KeyTests.UploadAsync(server, laptop);

        clock.Advance(TimeSpan.FromSeconds(5));
        var expired = await server.CallAsync("getTokenOwner", token: laptop.Token);

        expired.Outcome.Should().Be("401 M_UNKNOWN_TOKEN");
        expired.Json.GetProperty("soft_logout").GetBoolean().Should().BeTrue();
        (await RefreshAsync(server, laptop.RefreshToken)).Outcome.Should().Be("200");
        var resumed = await server.LogInAsync(laptop, "LAPTOP");
        (await server.DevicesAsync(resumed)).Should().Equal("LAPTOP", "PHONE");
        (await KeyTests.QueryAsync(server, alice, alice.UserId)).Should().Equal("LAPTOP");
    }

    private static Task<Answer> RefreshAsync(TestHomeserver server, string? refreshToken) =>
        server.CallAsync("refresh", new JsonObject { ["refresh_token"] = refreshToken });
}
