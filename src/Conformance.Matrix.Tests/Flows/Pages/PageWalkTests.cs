using Conformance.Matrix.Calls;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Pages;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Flows.Pages;

/// <summary>Pages are walked as a browser would.</summary>
public sealed class PageWalkTests
{
    private const string Path = "/_matrix/client/v3/auth/m.login.registration_token/fallback/web";
    private const string DonePage = """
        <html><body><script>
        if (window.onAuthDone) { window.onAuthDone(); } else if (window.opener && window.opener.postMessage) { window.opener.postMessage("authDone", "*"); }
        </script></body></html>
        """;

    [Fact]
    public async Task The_form_is_filled_in_and_submitted_until_the_page_says_done()
    {
        await using var server = FakeServer.Start(request => request.Method == "GET"
            ? FakeAnswer.Html("""
                <form method="POST" action="web?next=1">
                  <input type="hidden" name="session" value="a&amp;b c"><input type="text" name="token"><input name="off" disabled value="x">
                  <input type="checkbox" name="agree" required value="yes"><input type="checkbox" name="news" value="yes"><input type="radio" name="r" value="2" checked>
                  <select name="lang"><option value="en">e</option><option value="de" selected>d</option></select><textarea name="note">hi</textarea>
                  <input type="submit" name="go" value="Go"><button name="other" value="1">x</button>
                </form>
                """)
            : FakeAnswer.Html(DonePage));
        var result = await WalkAsync(server);
        result.Should().Be(new WalkResult(true, true, 2, null) { Last = result.Last });
        result.Last!.Request.Method.Should().Be("POST");
        result.IsDone.Should().BeTrue();
        server.Requests.Select(request => $"{request.Method} {request.Target}")
            .Should().Equal($"GET {Path}?session=s%2F1", $"POST {Path}?next=1");
        server.Requests[1].Text.Should().Be("session=a%26b%20c&token=the-token&agree=yes&r=2&lang=de&note=hi&go=Go");
        server.Requests[1].Header("Content-Type").Should().Be("application/x-www-form-urlencoded");
    }

    [Fact]
    public async Task The_only_text_field_takes_the_token_whatever_its_name()
    {
        await using var server = FakeServer.Start(request => request.Method == "GET"
            ? FakeAnswer.Html("""<form method="post"><input name="code"><input type="password" name="pw"></form>""")
            : FakeAnswer.Html(DonePage));
        await WalkAsync(server);
        server.Requests[1].Target.Should().Be($"{Path}?session=s%2F1");
        server.Requests[1].Text.Should().Be("code=the-token&pw=the-password");
    }

    [Fact]
    public async Task Redirects_on_the_server_are_followed_and_others_are_not()
    {
        await using var server = FakeServer.Start(request => request.Target switch
        {
            "/done" => FakeAnswer.Html(DonePage),
            _ => FakeAnswer.Html("", ("Location", "/done")) with { Status = 303 },
        });
        (await WalkAsync(server)).IsDone.Should().BeTrue();
        await using var other = FakeServer.Start(_ => FakeAnswer.Html("", ("Location", "http://example.org/")) with { Status = 302 });
        (await WalkAsync(other)).Failure.Should().Be("The page answers 302 to a place that is not on this server.");
    }

    [Fact]
    public async Task A_form_that_leads_elsewhere_is_not_submitted()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Html("""<form method="post" action="http://example.org/x"></form>"""));
        (await WalkAsync(server)).Failure.Should().Be(
            "The page's form goes to a place that is not on this server, or has a form type that the suite cannot fill in.");
        server.Requests.Should().HaveCount(1);
    }

    [Fact]
    public async Task A_page_that_is_not_there_says_so()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(404, """{"errcode":"M_UNRECOGNIZED","error":"x"}"""));
        (await WalkAsync(server)).Failure.Should().Be("The page answers 404 M_UNRECOGNIZED.");
    }

    [Fact]
    public async Task A_page_that_never_ends_is_left()
    {
        var shown = 0;
        await using var server = FakeServer.Start(_ =>
            FakeAnswer.Html($"""<form method="post"><input type="hidden" name="n" value="{Interlocked.Increment(ref shown)}"></form>"""));
        (await WalkAsync(server)).Failure.Should().Be("The page did not finish after 12 requests.");
        server.Requests.Should().HaveCount(12);
    }

    [Fact]
    public async Task A_page_that_asks_again_for_the_same_is_left_at_once()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Html("""<form method="post"><input name="token"></form>"""));
        (await WalkAsync(server)).Failure.Should().Be("The page asks again for values that were already filled in.");
        server.Requests.Should().HaveCount(2);
    }

    [Fact]
    public async Task The_captcha_widget_puts_its_field_into_the_form()
    {
        await using var server = FakeServer.Start(request => request.Method == "GET"
            ? FakeAnswer.Html(
                """<form method="post"><input type="hidden" name="session" value="s"><div class="g-recaptcha" data-sitekey="k"></div></form>""")
            : FakeAnswer.Html(DonePage));
        (await WalkAsync(server, fields: new() { ["g-recaptcha-response"] = "solved" })).IsDone.Should().BeTrue();
        server.Requests[1].Text.Should().Be("session=s&g-recaptcha-response=solved");
    }

    [Fact]
    public async Task Cookies_are_kept_and_sent_back()
    {
        await using var server = FakeServer.Start(request => request.Target switch
        {
            "/next" => FakeAnswer.Html(DonePage),
            _ => FakeAnswer.Html("", ("Location", "/next"), ("Set-Cookie", "a=1; Path=/; HttpOnly"),
                ("Set-Cookie", "b=2; Path=/elsewhere")) with
            { Status = 302 },
        });
        (await WalkAsync(server)).IsDone.Should().BeTrue();
        server.Requests[0].Header("Cookie").Should().BeNull();
        server.Requests[1].Header("Cookie").Should().Be("a=1");
    }

    [Theory]
    [InlineData("http://127.0.0.1:8008/", "plain=1; secure=2")]
    [InlineData("http://localhost:8008/", "plain=1; secure=2")]
    [InlineData("http://matrix.localhost:8008/", "plain=1; secure=2")]
    [InlineData("https://matrix.example.org/", "plain=1; secure=2")]
    [InlineData("http://matrix.example.org/", "plain=1")]
    public async Task Secure_cookies_go_over_plain_HTTP_to_loopback_alone(string baseUrl, string sent)
    {
        List<string?> cookies = [];
        var walk = new PageWalk(
            (call, _) =>
            {
                cookies.Add(call.Headers["Cookie"]);
                IReadOnlyList<KeyValuePair<string, string>> headers =
                    [new("Location", "/next"), new("Set-Cookie", "plain=1; Path=/"), new("Set-Cookie", "secure=2; Path=/; Secure; HttpOnly")];
                return Task.FromResult(Bench.Exchange(null, cookies.Count == 1 ? 302 : 200, DonePage, headers) with
                {
                    Request = new RecordedRequest(call.Method, new Uri(new Uri(baseUrl), call.PathAndQuery), [], default),
                });
            },
            new Uri(baseUrl),
            CompanionSet.None);

        (await walk.WalkAsync(new Uri(new Uri(baseUrl), "/start"), new WalkPlan(), default)).Failure.Should().BeNull();

        cookies.Should().Equal(null, sent);
    }

    [Fact]
    public async Task A_walk_that_fails_has_its_last_exchange_and_tells_where_and_why()
    {
        await using var server = FakeServer.Start(request => request.Target.StartsWith("/callback", StringComparison.Ordinal)
            ? FakeAnswer.Json(400, """{"errcode":"M_UNAUTHORIZED","error":"no cookie"}""")
            : FakeAnswer.Html("", ("Location", "/callback?state=secret")) with { Status = 302 });

        var result = await WalkAsync(server);

        result.Last!.Response!.ErrorCode.Should().Be("M_UNAUTHORIZED");
        result.Told("it ends on a page").Should().Be(
            "The page answers 400 M_UNAUTHORIZED; request 2, the last, was for /callback");
        WalkResult.Failed(0, "The page is elsewhere.").Told("it ends on a page").Should().Be("The page is elsewhere.");
    }

    [Fact]
    public async Task A_page_without_form_is_left_by_the_link_to_a_companion_and_the_companion_is_not_judged()
    {
        await using var provider =
            FakeServer.Start(request => request.Target.StartsWith("/done", StringComparison.Ordinal) ? FakeAnswer.Json(404, "{}")
            : request.Method == "GET" ? FakeAnswer.Html("""<form method="post"><input name="username"></form>""")
            : FakeAnswer.Html("", ("Location", request.Target.Split("service=")[1])) with { Status = 302 });
        await using var server = FakeServer.Start(request => request.Target.StartsWith("/done", StringComparison.Ordinal)
            ? FakeAnswer.Html(DonePage)
            : FakeAnswer.Html(
                $"""<a href="/help">help</a> <a href="{provider.BaseUrl}login?x=1&amp;service=/done-elsewhere">Continue</a>"""));
        var visited = new List<Exchange>();
        var result = await WalkAsync(
            server, fields: new() { ["username"] = "alice" }, companions: new CompanionSet { Origins = [provider.BaseUrl] }, visited: visited.Add);
        visited.Select(page => (page.Request.Method, page.Response!.Status, page.IsOfCompanion)).Should()
            .Equal(("GET", 200, true), ("POST", 302, true), ("GET", 404, true));
        result.Last.Should().BeSameAs(visited[^1]);
        result.Failure.Should().Be("The page answers 404.", "the provider has no such page");
        provider.Requests.Select(request => request.Method).Should().Equal("GET", "POST", "GET");
        provider.Requests[1].Text.Should().Be("username=alice");
        server.Requests.Should().HaveCount(1);
    }

    [Theory]
    [InlineData("<a href=\"https://client.example.org/cb?loginToken=t&amp;a=1\">Continue</a>", 200)]
    [InlineData("", 302)]
    public async Task A_walk_is_over_where_the_client_is_reached(string html, int status)
    {
        await using var server = FakeServer.Start(_ =>
            FakeAnswer.Html(html, ("Location", "https://client.example.org/cb?loginToken=t&a=1")) with { Status = status });
        using var client = Bench.Client(server.BaseUrl);
        var walk = new PageWalk(
            (call, token) => client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, token), server.BaseUrl, CompanionSet.None);
        var result = await walk.WalkAsync(
            new Uri(server.BaseUrl, "/start"), new WalkPlan { ReturnTo = "https://client.example.org/cb", FollowLinks = true }, default);
        result.Failure.Should().BeNull();
        result.ReturnedTo!.OriginalString.Should().Be("https://client.example.org/cb?loginToken=t&a=1");
        server.Requests.Should().ContainSingle();
    }

    [Fact]
    public async Task A_walk_that_does_not_come_back_to_the_client_says_where_it_stopped()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Html("<p>no</p>"));
        using var client = Bench.Client(server.BaseUrl);
        var walk = new PageWalk(
            (call, token) => client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, token), server.BaseUrl, CompanionSet.None);
        (await walk.WalkAsync(new Uri(server.BaseUrl, "/start"), new WalkPlan { ReturnTo = "https://client.example.org/cb" }, default))
            .Failure.Should().Be("The page has neither a form nor a link to follow.");
        (await walk.WalkAsync(new Uri("https://example.org/elsewhere"), new WalkPlan(), default)).Failure.Should().Be(
            "The page https://example.org/elsewhere is not on this server.");
    }

    [Theory]
    [InlineData("window.onAuthDone();", true, false)]
    [InlineData("window.opener.postMessage('authDone', '*')", false, true)]
    [InlineData("", false, false)]
    public async Task Both_ways_to_say_done_are_told_apart(string script, bool calls, bool posts)
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Html($"<script>{script}</script>"));
        var result = await WalkAsync(server);
        result.Should().Be(new WalkResult(calls, posts, 1, null) { Last = result.Last });
    }

    private static async Task<WalkResult> WalkAsync(
        FakeServer server, Dictionary<string, string>? fields = null, CompanionSet? companions = null, Action<Exchange>? visited = null)
    {
        using var client = Bench.Client(server.BaseUrl);
        var walk = new PageWalk((call, token) => client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, token), server.BaseUrl,
            companions ?? CompanionSet.None, visited);
        return await walk.WalkStageAsync(
            StageType.RegistrationToken, "s/1", fields ?? new() { ["token"] = "the-token", ["password"] = "the-password" }, default);
    }
}
