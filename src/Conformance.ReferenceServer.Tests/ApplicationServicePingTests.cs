using Conformance.ReferenceServer.Configuration;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class ApplicationServicePingTests
{
    private static readonly (string, string) Service = ("appserviceId", "irc");

    [Fact]
    public async Task The_homeserver_calls_the_service_by_its_own_token()
    {
        await using var service = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        await using var server = await StartAsync(service.BaseUrl);

        var answer = await server.CallAsync("pingAppservice", new { transaction_id = "t1" }, "as-token", Service);

        answer.Outcome.Should().Be("200");
        answer.Json.GetProperty("duration_ms").GetInt64().Should().BeGreaterThanOrEqualTo(0);
        var ping = service.Requests.Should().ContainSingle().Which;
        (ping.Method, ping.Target, ping.Header("Authorization")).Should().Be(("POST", "/_matrix/app/v1/ping", "Bearer hs-token"));
    }

    [Fact]
    public async Task A_service_that_refuses_the_ping_is_shown_with_its_answer()
    {
        await using var service = FakeServer.Start(_ => FakeAnswer.Json(403, """{"errcode":"M_FORBIDDEN"}"""));
        await using var server = await StartAsync(service.BaseUrl);

        var answer = await server.CallAsync("pingAppservice", new { }, "as-token", Service);

        answer.Outcome.Should().Be("502 M_BAD_STATUS");
        answer["status"].Should().Be("403");
        answer["body"].Should().Be("""{"errcode":"M_FORBIDDEN"}""");
    }

    [Fact]
    public async Task A_service_that_is_not_there_cannot_be_reached()
    {
        var service = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"));
        await service.DisposeAsync();
        await using var server = await StartAsync(service.BaseUrl);

        (await server.CallAsync("pingAppservice", new { }, "as-token", Service)).Outcome.Should().Be("502 M_CONNECTION_FAILED");
    }

    [Fact]
    public async Task A_service_that_does_not_answer_in_time_is_given_up()
    {
        await using var service = FakeServer.StartAsync(async (_, stop) =>
        {
            await Task.Delay(Timeout.Infinite, stop);
            return FakeAnswer.Json(200, "{}");
        });
        await using var server = await StartAsync(service.BaseUrl, TimeSpan.FromMilliseconds(200));

        (await server.CallAsync("pingAppservice", new { }, "as-token", Service)).Outcome.Should().Be("504 M_CONNECTION_TIMEOUT");
    }

    [Fact]
    public async Task Only_the_service_itself_pings_and_only_itself()
    {
        await using var server = await StartAsync(url: null);
        var alice = await server.RegisterAsync();

        (await server.CallAsync("pingAppservice", new { }, alice.Token, Service)).Outcome.Should().Be("403 M_FORBIDDEN");
        (await server.CallAsync("pingAppservice", new { }, "as-token", ("appserviceId", "other"))).Outcome.Should().Be("403 M_FORBIDDEN");
        (await server.CallAsync("pingAppservice", new { }, "as-token", Service)).Outcome.Should().Be("400 M_URL_NOT_SET");
        (await server.CallAsync("pingAppservice", new { }, null, Service)).Outcome.Should().Be("401 M_MISSING_TOKEN");
    }

    [Theory]
    [InlineData("_irc_bob", "400 M_EXCLUSIVE")]
    [InlineData("_mail_bob", "401")]
    public async Task Ordinary_users_may_have_names_of_a_namespace_that_is_shared(string username, string outcome)
    {
        await using var server = await StartAsync(url: null);

        (await server.CallAsync("register", new { username })).Outcome.Should().Be(outcome);
        (await server.CallAsync("register", new { username, type = "m.login.application_service" }, "as-token")).Outcome.Should().Be("200");
    }

    private static Task<TestHomeserver> StartAsync(Uri? url, TimeSpan? timeout = null) =>
        TestHomeserver.StartAsync(unexpected => new ReferenceServerOptions
        {
            UnexpectedError = unexpected,
            OutgoingTimeout = timeout ?? TimeSpan.FromSeconds(10),
            ApplicationService = new()
            {
                Id = "irc",
                Url = url,
                Token = "as-token",
                HomeserverToken = "hs-token",
                SenderLocalpart = "bridge",
                UserNamespace = "@_irc_.*",
                SharedUserNamespace = "@_mail_.*",
            },
        });
}
