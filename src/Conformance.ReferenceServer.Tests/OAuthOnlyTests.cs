using Conformance.ReferenceServer.Configuration;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

/// <summary>A homeserver without the legacy authentication API.</summary>
public sealed class OAuthOnlyTests
{
    [Theory]
    [InlineData("getLoginFlows", "404 M_UNRECOGNIZED")]
    [InlineData("refresh", "404 M_UNRECOGNIZED")]
    [InlineData("logout", "404 M_UNRECOGNIZED")]
    [InlineData("changePassword", "404 M_UNRECOGNIZED")]
    [InlineData("register", "403 M_FORBIDDEN")]
    [InlineData("getAuthMetadata", "200")]
    public async Task It_says_what_it_does_not_support(string operationId, string outcome)
    {
        await using var server = await StartAsync();

        (await server.CallAsync(operationId)).Outcome.Should().Be(outcome);
    }

    [Theory]
    [InlineData("m.login.application_service", "400 M_APPSERVICE_LOGIN_UNSUPPORTED")]
    [InlineData("m.login.password", "404 M_UNRECOGNIZED")]
    public async Task Nobody_logs_in(string type, string outcome)
    {
        await using var server = await StartAsync();

        (await server.CallAsync("login", new { type }, "as-token")).Outcome.Should().Be(outcome);
    }

    [Theory]
    [InlineData("""{"type": "m.login.application_service", "username": "_irc_a", "inhibit_login": true}""", "200")]
    [InlineData(
        """{"type": "m.login.application_service", "username": "_irc_a", "inhibit_login": false}""", "400 M_APPSERVICE_LOGIN_UNSUPPORTED")]
    [InlineData("""{"type": "m.login.application_service", "username": "_irc_a"}""", "400 M_APPSERVICE_LOGIN_UNSUPPORTED")]
    public async Task Application_services_register_users_without_logging_them_in(string body, string outcome)
    {
        await using var server = await StartAsync();

        var answer = await server.CallAsync("register", body, "as-token");

        answer.Outcome.Should().Be(outcome);
        if (answer.Status == 200)
        {
            answer["access_token"].Should().BeNull();
            (await server.CallAsync("getTokenOwner", token: "as-token", arguments: ("user_id", "@_irc_a:localhost"))).Outcome.Should().Be(
                "200");
        }
    }

    [Fact]
    public async Task Guests_are_not_let_in_either()
    {
        await using var server = await StartAsync();

        (await server.CallAsync("register", arguments: ("kind", "guest"))).Outcome.Should().Be("403 M_GUEST_ACCESS_FORBIDDEN");
    }

    [Fact]
    public async Task With_the_legacy_API_alone_there_is_no_metadata()
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.CallAsync("getAuthMetadata")).Outcome.Should().Be("404 M_UNRECOGNIZED");
    }

    private static Task<TestHomeserver> StartAsync() => TestHomeserver.StartAsync(unexpected => new ReferenceServerOptions
    {
        UnexpectedError = unexpected,
        LegacyApi = false,
        OAuthIssuer = new Uri("https://account.example.org/"),
        ApplicationService = new() { Token = "as-token", SenderLocalpart = "bridge", UserNamespace = "@_irc_.*" },
    });
}
