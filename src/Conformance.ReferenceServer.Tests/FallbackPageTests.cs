using System.Text;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class FallbackPageTests
{
    [Fact]
    public async Task A_stage_done_on_its_page_counts()
    {
        await using var server = await TestHomeserver.StartAsync();
        var session = (await server.CallAsync("register", new { }))["session"]!;

        var page = await server.SendAsync("GET", Path("m.login.registration_token", session));
        var done = await SubmitAsync(server, "m.login.registration_token", session, $"token={server.Server.RegistrationToken}");
        var polled = await server.CallAsync("register", new { auth = new { session } });
        await SubmitAsync(server, "m.login.terms", session, "accept=on");
        var finished = await server.CallAsync("register", new { auth = new { session } });

        page.Status.Should().Be(200);
        page.MediaType.Should().Be("text/html");
        page.Text.Should().Contain("<form method=\"post\">").And.Contain("name=\"token\"").And.NotContain("onAuthDone");
        done.Status.Should().Be(200);
        done.Text.Should().Contain("window.onAuthDone()").And.Contain("window.opener.postMessage(\"authDone\", \"*\")");
        polled.Completed.Should().Equal("m.login.registration_token");
        finished.Outcome.Should().Be("200");
    }

    [Fact]
    public async Task The_page_of_a_completed_stage_says_that_it_is_done()
    {
        await using var server = await TestHomeserver.StartAsync();
        var session = (await server.CallAsync("register", new { }))["session"]!;
        await SubmitAsync(server, "m.login.registration_token", session, $"token={server.Server.RegistrationToken}");

        (await server.SendAsync("GET", Path("m.login.registration_token", session))).Text.Should().Contain("onAuthDone");
    }

    [Theory]
    [InlineData("m.login.registration_token", "token=wrong", "The registration token is not valid.")]
    [InlineData("m.login.terms", "accept=on", "The stages of a flow must be completed in order.")]
    public async Task A_failed_attempt_shows_the_form_again_and_why(string type, string form, string error)
    {
        await using var server = await TestHomeserver.StartAsync();
        var session = (await server.CallAsync("register", new { }))["session"]!;

        var answer = await SubmitAsync(server, type, session, form);

        answer.Status.Should().Be(401);
        answer.Text.Should().Contain($"<p role=\"alert\">{error}</p>").And.Contain("<form method=\"post\">").And.NotContain("onAuthDone");
        (await server.CallAsync("register", new { auth = new { session } })).Completed.Should().BeEmpty();
    }

    [Fact]
    public async Task The_page_of_the_password_stage_takes_the_owners_password_only()
    {
        await using var server = await TestHomeserver.StartAsync();
        var alice = await server.RegisterAsync(username: "alice");
        await server.RegisterAsync(username: "bob");
        var session = (await server.CallAsync("deleteDevice", token: alice.Token, arguments: ("deviceId", "PHONE")))["session"]!;

        var asBob = await SubmitAsync(server, "m.login.password", session, "user=bob&password=correct+horse");
        var asAlice = await SubmitAsync(server, "m.login.password", session, "user=alice&password=correct+horse");

        asBob.Text.Should().NotContain("onAuthDone");
        asAlice.Text.Should().Contain("onAuthDone");
        (await server.CallAsync("deleteDevice", new { auth = new { session } }, alice.Token, ("deviceId", "PHONE"))).Outcome.Should().Be(
            "200");
    }

    [Theory]
    [InlineData("m.login.dummy", "made-up", "404 M_NOT_FOUND")]
    [InlineData("m.login.password", null, "404 M_NOT_FOUND")]
    [InlineData("m.login.dummy", "", "404 M_NOT_FOUND")]
    [InlineData("m.login.dummy", null, "200")]
    public async Task There_is_a_page_for_each_offered_stage_of_a_live_session(string type, string? session, string outcome)
    {
        await using var server = await TestHomeserver.StartAsync();
        var live = (await server.CallAsync("register", new { }))["session"]!;

        (await server.SendAsync("GET", Path(type, session ?? live))).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task A_page_needs_a_session()
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.SendAsync("GET", "/_matrix/client/v3/auth/m.login.dummy/fallback/web")).Outcome.Should().Be("400 M_MISSING_PARAM");
    }

    private static string Path(string type, string session) => $"/_matrix/client/v3/auth/{type}/fallback/web?session={session}";

    private static Task<Answer> SubmitAsync(TestHomeserver server, string type, string session, string form) =>
        server.SendAsync("POST", Path(type, session), Encoding.UTF8.GetBytes(form), contentType: "application/x-www-form-urlencoded");
}
