using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;
using Conformance.ReferenceServer.Configuration;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class SingleSignOnTests
{
    private const string Trusted = "https://client.example.org/trusted";
    private const string Untrusted = "https://elsewhere.example.org/cb?a=1&loginToken=evil#top";
    private readonly ManualClock _clock = new();

    [Fact]
    public async Task The_provider_is_listed()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);

        var flow = (await server.CallAsync("getLoginFlows")).Json.GetProperty("flows").EnumerateArray()
            .Single(flow => flow.GetProperty("type").GetString() == "m.login.sso");

        flow.GetProperty("identity_providers").GetRawText().Should().Be("""[{"id":"cas","name":"Central Authentication Service"}]""");
    }

    [Theory]
    [InlineData("", "400 M_MISSING_PARAM")]
    [InlineData("?redirectUrl=", "400 M_MISSING_PARAM")]
    [InlineData("?redirectUrl=nowhere", "400 M_INVALID_PARAM")]
    [InlineData("?redirectUrl=javascript:alert(1)", "400 M_INVALID_PARAM")]
    [InlineData("/cas?redirectUrl=app://back", "302")]
    [InlineData("/nope?redirectUrl=app://back", "404 M_NOT_FOUND")]
    [InlineData("?redirectUrl=app://back&action=register", "302")]
    public async Task A_browser_is_sent_to_the_provider(string target, string outcome)
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);

        var answer = await server.SendAsync("GET", $"/_matrix/client/v3/login/sso/redirect{target}");

        answer.Outcome.Should().Be(outcome);
        answer.Location?.Should().StartWith(
            $"{cas.Url.AbsoluteUri}/login?service={Uri.EscapeDataString(server.Server.BaseUrl.AbsoluteUri)}sso%2Fcallback%3Fstate%3D");
    }

    [Fact]
    public async Task A_trusted_client_gets_the_login_token_at_once()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);

        var returned = await ReturnAsync(server, cas, "Anna", Trusted);

        returned.Status.Should().Be(302);
        returned.Location.Should().MatchRegex(@"^https://client\.example\.org/trusted\?loginToken=[\w-]{32}$");
        returned.Headers.GetValues("Set-Cookie").Single().Should().Contain("=; Path=/; Max-Age=0");
        (await LogInAsync(server, returned))["user_id"].Should().Be("@anna:localhost");
    }

    [Fact]
    public async Task The_user_is_asked_before_another_client_gets_one()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);

        var question = await ReturnAsync(server, cas, "Anna", Untrusted);
        var action = Action(question);
        var stranger = await server.SendAsync("POST", action, []);
        var confirmed = await server.SendAsync("POST", action, [], cookie: question.Cookie);
        var again = await server.SendAsync("POST", action, [], cookie: question.Cookie);

        question.Status.Should().Be(200);
        question.Text.Should().Contain("<b>https://elsewhere.example.org</b>").And.Contain("<b>@anna:localhost</b>").And.NotContain(
            "loginToken");
        stranger.Status.Should().Be(403);
        confirmed.Status.Should().Be(303);
        confirmed.Location.Should().MatchRegex(@"^https://elsewhere\.example\.org/cb\?a=1&loginToken=[\w-]{32}#top$");
        again.Status.Should().Be(403);
        (await LogInAsync(server, confirmed))["user_id"].Should().Be("@anna:localhost");
    }

    [Fact]
    public async Task A_login_token_logs_in_once_and_within_five_seconds()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);
        var used = await ReturnAsync(server, cas, "Anna", Trusted);
        var late = await ReturnAsync(server, cas, "Anna", Trusted);

        var first = await LogInAsync(server, used);
        var second = await LogInAsync(server, used);
        _clock.Advance(TimeSpan.FromSeconds(6));
        var third = await LogInAsync(server, late);

        first.Outcome.Should().Be("200");
        second.Outcome.Should().Be("403 M_FORBIDDEN");
        third.Outcome.Should().Be("403 M_FORBIDDEN");
    }

    [Fact]
    public async Task A_callback_counts_once_and_in_the_browser_that_began_only()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);
        var begun = await BeginAsync(server, Trusted);
        var back = cas.TicketFor("anna", begun.Location!);

        var elsewhere = await server.SendAsync("GET", back);
        var here = await server.SendAsync("GET", back, cookie: begun.Cookie);
        var again = await server.SendAsync("GET", back, cookie: begun.Cookie);
        var madeUp = await server.SendAsync("GET", "/sso/callback?state=made-up&ticket=ST-1", cookie: begun.Cookie);

        elsewhere.Status.Should().Be(403);
        elsewhere.Text.Should().Contain("This sign-on was not begun in this browser, or it is over. Begin again in your client.");
        here.Status.Should().Be(302);
        again.Status.Should().Be(403);
        madeUp.Status.Should().Be(403);
    }

    [Fact]
    public async Task A_ticket_that_the_provider_does_not_confirm_logs_nobody_in()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);
        var begun = await BeginAsync(server, Trusted);
        var back = cas.TicketFor("anna", begun.Location!);

        var answer =
            await server.SendAsync("GET", back.Replace("ticket=ST-", "ticket=forged-", StringComparison.Ordinal), cookie: begun.Cookie);

        answer.Status.Should().Be(403);
        answer.Text.Should().Contain("The provider does not confirm who you are.");
    }

    [Theory]
    [InlineData(500, "")]
    [InlineData(200, "no XML")]
    [InlineData(200, "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><x>&e;</x>")]
    public async Task A_provider_that_does_not_answer_as_it_should_is_told(int status, string body)
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);
        var begun = await BeginAsync(server, Trusted);
        var back = cas.TicketFor("anna", begun.Location!);
        cas.Instead = new FakeAnswer(status, System.Text.Encoding.UTF8.GetBytes(body));

        var answer = await server.SendAsync("GET", back, cookie: begun.Cookie);

        answer.Status.Should().Be(502);
        answer.Text.Should().Contain("The provider of single sign-on cannot be reached, or does not answer as it should.");
    }

    [Theory]
    [InlineData("anna", "@anna:localhost")]
    [InlineData("Ändrea Van Dé=", "@=c3=84ndrea=20van=20d=c3=a9=3d:localhost")]
    [InlineData("bridge_x", "@sso.bridge_x:localhost")]
    public async Task An_identity_is_the_same_valid_user_each_time(string person, string userId)
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);

        var first = await LogInAsync(server, await ReturnAsync(server, cas, person, Trusted));
        var second = await LogInAsync(server, await ReturnAsync(server, cas, person, Trusted));

        first["user_id"].Should().Be(userId);
        second["user_id"].Should().Be(userId);
        second["device_id"].Should().NotBe(first["device_id"]);
    }

    [Fact]
    public async Task Different_identities_are_different_users()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);
        await server.RegisterAsync(username: "anna");

        string[] people = ["anna", "ANNA", new string('x', 300), new string('x', 301)];
        var users = new List<string>();
        foreach (var person in people)
        {
            users.Add((await LogInAsync(server, await ReturnAsync(server, cas, person, Trusted)))["user_id"]!);
        }

        users.Should().OnlyHaveUniqueItems().And.AllSatisfy(user => user.Length.Should().BeLessThanOrEqualTo(255));
        users[..2].Should().Equal("@anna2:localhost", "@anna3:localhost");
    }

    [Fact]
    public async Task The_stage_is_completed_on_its_page_by_its_own_user()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);
        var token = (await LogInAsync(server, await ReturnAsync(server, cas, "anna", Trusted)))["access_token"]!;
        await ReturnAsync(server, cas, "bob", Trusted);
        var challenge = await server.CallAsync("deleteDevice", token: token, arguments: ("deviceId", "PHONE"));
        var session = challenge["session"]!;

        var page = await server.SendAsync("GET", Page(session));
        var asBob = await server.SendAsync("GET", cas.TicketFor("bob", Link(page)), cookie: page.Cookie);
        var still = await PollAsync(server, token, session);
        var submitted =
            await server.CallAsync("deleteDevice", new { auth = new { type = "m.login.sso", session } }, token, ("deviceId", "PHONE"));
        var second = await server.SendAsync("GET", Page(session));
        var back = cas.TicketFor("anna", Link(second));
        var elsewhere = await server.SendAsync("GET", back);
        var asAnna = await server.SendAsync("GET", back, cookie: second.Cookie);
        var done = await PollAsync(server, token, session);

        challenge.Flows.Should().Equal("m.login.sso");
        page.Text.Should().Contain("A client wants to <b>remove a device from your account</b>.");
        asBob.Text.Should().Contain("Somebody else has signed on than the owner of the account.").And.NotContain("onAuthDone");
        still.Outcome.Should().Be("401");
        submitted.Outcome.Should().Be("401 M_FORBIDDEN");
        elsewhere.Status.Should().Be(403);
        asAnna.Text.Should().Contain("window.onAuthDone()");
        done.Outcome.Should().Be("200");
    }

    [Fact]
    public async Task Who_has_a_password_is_not_asked_to_sign_on()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);
        var alice = await server.RegisterAsync();

        (await server.CallAsync("deleteDevice", token: alice.Token, arguments: ("deviceId", "PHONE"))).Flows.Should().Equal(
            "m.login.password");
    }

    [Fact]
    public async Task Who_can_sign_on_can_get_login_tokens_and_is_told_so()
    {
        await using var cas = new FakeCas();
        await using var server = await StartAsync(cas);
        var token = (await LogInAsync(server, await ReturnAsync(server, cas, "anna", Trusted)))["access_token"]!;

        (await server.CallAsync("getCapabilities", token: token)).Json.GetProperty("capabilities").GetProperty("m.get_login_token")
            .GetProperty("enabled").GetBoolean().Should().BeTrue();
        (await server.CallAsync("generateLoginToken", token: token)).IsChallenge.Should().BeTrue();
    }

    [Fact]
    public async Task Without_a_provider_there_is_no_such_endpoint()
    {
        await using var server = await TestHomeserver.StartAsync();

        (await server.SendAsync("GET", "/_matrix/client/v3/login/sso/redirect?redirectUrl=app://back")).Outcome.Should().Be(
            "404 M_UNRECOGNIZED");
        (await server.SendAsync("GET", "/sso/callback")).Outcome.Should().Be("404 M_UNRECOGNIZED");
    }

    private static Task<Answer> BeginAsync(TestHomeserver server, string redirectUrl) =>
        server.SendAsync("GET", $"/_matrix/client/v3/login/sso/redirect?redirectUrl={Uri.EscapeDataString(redirectUrl)}");

    /// <summary>Signs a person on, up to the browser's return to the homeserver.</summary>
    private static async Task<Answer> ReturnAsync(TestHomeserver server, FakeCas cas, string person, string redirectUrl)
    {
        var begun = await BeginAsync(server, redirectUrl);
        return await server.SendAsync("GET", cas.TicketFor(person, begun.Location!), cookie: begun.Cookie);
    }

    private static Task<Answer> LogInAsync(TestHomeserver server, Answer returned) => server.CallAsync(
        "login",
            JsonSerializer.Serialize(
                new { type = "m.login.token", token = HttpUtility.ParseQueryString(new Uri(returned.Location!).Query)["loginToken"] }));

    private static Task<Answer> PollAsync(TestHomeserver server, string token, string session) =>
        server.CallAsync("deleteDevice", new { auth = new { session } }, token, ("deviceId", "PHONE"));

    private static string Page(string session) => $"/_matrix/client/v3/auth/m.login.sso/fallback/web?session={session}";

    private static string Link(Answer page) => WebUtility.HtmlDecode(Regex.Match(page.Text, "href=\"([^\"]*)\"").Groups[1].Value);

    private static string Action(Answer page) => WebUtility.HtmlDecode(Regex.Match(page.Text, "action=\"([^\"]*)\"").Groups[1].Value);

    private Task<TestHomeserver> StartAsync(FakeCas cas) => TestHomeserver.StartAsync(unexpected => new ReferenceServerOptions
    {
        UnexpectedError = unexpected,
        Clock = _clock,
        SingleSignOn = new SingleSignOnProvider { CasUrl = cas.Url, TrustedRedirects = [Trusted] },
        AuthenticationFlows = [["m.login.password"], ["m.login.sso"]],
        ApplicationService = new() { Token = "as-token", SenderLocalpart = "bridge", UserNamespace = "@bridge_.*" },
    });
}
