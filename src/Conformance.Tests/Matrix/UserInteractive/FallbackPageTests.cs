using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.UserInteractive;
using Conformance.Tests.Matrix.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Tests.Matrix.UserInteractive;

/// <summary>A fallback page is walked as a browser would.</summary>
public sealed class FallbackPageTests
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
        result.Should().Be(new FallbackResult(true, true, 2, null));
        result.IsDone.Should().BeTrue();
        server.Requests.Select(request => $"{request.Method} {request.Target}").Should().Equal($"GET {Path}?session=s%2F1", $"POST {Path}?next=1");
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
        (await WalkAsync(server)).Failure.Should().Be("The page's form goes to a place that is not on this server, or has a form type that the suite does not fill in.");
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
        await using var server = FakeServer.Start(_ => FakeAnswer.Html("""<form method="post"></form>"""));
        (await WalkAsync(server)).Failure.Should().Be("The page was not done after 8 requests.");
        server.Requests.Should().HaveCount(8);
    }

    [Theory]
    [InlineData("window.onAuthDone();", true, false)]
    [InlineData("window.opener.postMessage('authDone', '*')", false, true)]
    [InlineData("", false, false)]
    public async Task Both_ways_to_say_done_are_told_apart(string script, bool calls, bool posts)
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Html($"<script>{script}</script>"));
        (await WalkAsync(server)).Should().Be(new FallbackResult(calls, posts, 1, null));
    }

    private static async Task<FallbackResult> WalkAsync(FakeServer server)
    {
        using var client = Bench.Client(server.BaseUrl);
        var page = new FallbackPage((call, token) => client.SendAsync(call, Caller.Anonymous, ExchangeRole.Subject, token), server.BaseUrl);
        return await page.WalkAsync("m.login.registration_token", "s/1", new Dictionary<string, string> { ["token"] = "the-token", ["password"] = "the-password" }, default);
    }
}
