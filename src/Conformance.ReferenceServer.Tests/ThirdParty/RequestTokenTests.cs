using System.Text.Json.Nodes;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests.ThirdParty;

public sealed class RequestTokenTests
{
    private const string Alice = "alice@example.org";

    [Theory]
    [InlineData("ToRegister")]
    [InlineData("To3PID")]
    public async Task A_free_address_gets_a_message_and_a_taken_one_none(string family)
    {
        await using var server = await MessagingHomeserver.StartAsync();
        await server.AddAsync(await server.Server.RegisterAsync(), "bob@example.org", "other");
        await server.AddAsync(await server.Server.RegisterAsync(), "07700900002", "other");

        (await server.RequestAsync(family, Alice))["sid"].Should().MatchRegex("^[0-9a-zA-Z.=_-]{1,255}$");
        (await server.RequestAsync(family, "Bob@Example.ORG")).Outcome.Should().Be("400 M_THREEPID_IN_USE");
        (await server.RequestAsync(family, "07700900001"))["submit_url"].Should().StartWith(server.Server.Server.BaseUrl.AbsoluteUri);
        (await server.RequestAsync(family, "+44 7700 900002")).Outcome.Should().Be("400 M_THREEPID_IN_USE");
        server.Mail.LinksTo(Alice).Should().ContainSingle();
        server.Mail.LinksTo("bob@example.org").Should().ContainSingle();
    }

    [Fact]
    public async Task A_password_reset_is_for_addresses_of_accounts()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        await server.AddAsync(await server.Server.RegisterAsync(), Alice);

        (await server.RequestAsync("ToResetPassword", "bob@example.org")).Outcome.Should().Be("400 M_THREEPID_NOT_FOUND");
        (await server.RequestAsync("ToResetPassword", "07700900001")).Outcome.Should().Be("400 M_THREEPID_NOT_FOUND");
        (await server.RequestAsync("ToResetPassword", Alice, "new")).Outcome.Should().Be("200");
        server.Mail.LinksTo(Alice).Should().HaveCount(2);
    }

    [Theory]
    [InlineData("ToRegister")]
    [InlineData("ToResetPassword")]
    [InlineData("To3PID")]
    public async Task Addresses_that_are_not_permitted_are_denied(string family)
    {
        await using var server = await MessagingHomeserver.StartAsync();

        (await server.RequestAsync(family, $"alice@{MessagingHomeserver.DeniedDomain}")).Outcome.Should().Be("403 M_THREEPID_DENIED");
        (await server.RequestAsync(family, "+12025550123")).Outcome.Should().Be("403 M_THREEPID_DENIED");
    }

    [Theory]
    [InlineData("not-an-email")]
    [InlineData("Alice <alice@example.org>")]
    [InlineData("alice@")]
    public async Task What_is_no_email_address_is_refused(string address)
    {
        await using var server = await TestHomeserver.StartAsync(_ => new() { Mail = new("127.0.0.1", 25) });

        (await server.CallAsync("requestTokenTo3PIDEmail",
            new { client_secret = "s", send_attempt = 1, email = address })).Outcome.Should().Be("400 M_INVALID_PARAM");
    }

    [Theory]
    [InlineData("GB", "abc")]
    [InlineData("GB", "07")]
    [InlineData("gb", "07700900001")]
    [InlineData("ZZ", "07700900001")]
    public async Task What_is_no_phone_number_is_refused(string country, string number)
    {
        await using var server = await TestHomeserver.StartAsync(_ => new() { IdentityServer = new("http://127.0.0.1:9") });

        (await server.CallAsync("requestTokenTo3PIDMSISDN",
            new { client_secret = "s", send_attempt = 1, country, phone_number = number })).Outcome.Should().Be("400 M_INVALID_PARAM");
    }

    [Theory]
    [InlineData("email", """{"send_attempt": 1, "email": "a@example.org"}""", "400 M_MISSING_PARAM")]
    [InlineData("email", """{"client_secret": "s", "email": "a@example.org"}""", "400 M_MISSING_PARAM")]
    [InlineData("email", """{"client_secret": "s", "send_attempt": 1}""", "400 M_MISSING_PARAM")]
    [InlineData("msisdn", """{"client_secret": "s", "send_attempt": 1, "phone_number": "07700900001"}""", "400 M_MISSING_PARAM")]
    [InlineData("msisdn", """{"client_secret": "s", "send_attempt": 1, "country": "GB"}""", "400 M_MISSING_PARAM")]
    [InlineData("email", """{"client_secret": "s", "send_attempt": "1", "email": "a@example.org"}""", "400 M_BAD_JSON")]
    [InlineData("email", """{"client_secret": "s", "send_attempt": 1.5, "email": "a@example.org"}""", "400 M_BAD_JSON")]
    [InlineData("email", """{"client_secret": "s", "send_attempt": 1e99, "email": "a@example.org"}""", "400 M_BAD_JSON")]
    [InlineData("email", """{"client_secret": "", "send_attempt": 1, "email": "a@example.org"}""", "400 M_INVALID_PARAM")]
    [InlineData("email", """{"client_secret": "a b", "send_attempt": 1, "email": "a@example.org"}""", "400 M_INVALID_PARAM")]
    [InlineData("email", """{"client_secret": "s", "send_attempt": 1, "email": "a@example.org", "next_link": "javascript:alert(1)"}""",
        "400 M_INVALID_PARAM")]
    public async Task Malformed_requests_are_refused(string medium, string body, string outcome)
    {
        await using var server = await MessagingHomeserver.StartAsync();

        (await server.Server.CallAsync(medium == "email"
            ? "requestTokenToRegisterEmail"
            : "requestTokenToRegisterMSISDN", body)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task A_message_is_sent_once_for_an_attempt()
    {
        await using var server = await MessagingHomeserver.StartAsync();

        var first = await server.RequestAsync("ToRegister", Alice);
        var repeated = await server.RequestAsync("ToRegister", Alice);
        var earlier = await server.RequestAsync("ToRegister", Alice, attempt: 0);
        var afterThree = server.Mail.LinksTo(Alice).Count;
        var next = await server.RequestAsync("ToRegister", Alice, attempt: 2);
        var other = await server.RequestAsync("ToRegister", Alice, "other");

        afterThree.Should().Be(1);
        new[] { repeated["sid"], earlier["sid"], next["sid"] }.Should().AllBe(first["sid"]);
        other["sid"].Should().NotBe(first["sid"]);
        server.Mail.LinksTo(Alice).Should().HaveCount(3);
    }

    [Fact]
    public async Task A_browser_is_sent_on_after_a_link()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        await server.RequestAsync("ToRegister", Alice, nextLink: "https://example.org/done?a=b");

        var followed = await server.FollowAsync(server.Mail.LinksTo(Alice)[0]);

        followed.Status.Should().Be(302);
        followed.Headers.Location.Should().Be("https://example.org/done?a=b");
    }

    [Fact]
    public async Task A_link_that_is_altered_or_old_validates_nothing()
    {
        var clock = new ManualClock();
        await using var server = await MessagingHomeserver.StartAsync(clock);
        var requested = await server.RequestAsync("ToRegister", Alice);
        var link = server.Mail.LinksTo(Alice)[0];

        (await server.FollowAsync(new Uri(link.AbsoluteUri + "x"))).Text.Should().Contain("The token is not that of the message.");
        (await server.FollowAsync(
            new Uri(link.AbsoluteUri.Replace("secret=", "secret=x", StringComparison.Ordinal)))).Text.Should().Contain(
                "There is no such session.");
        clock.Advance(TimeSpan.FromHours(2));
        var late = await server.FollowAsync(link);

        late.Status.Should().Be(400);
        late.Text.Should().Contain("The session is over. Ask for another message.");
        var auth = MessagingHomeserver.Credentials(requested);
        (await server.ProveAsync("register", [], "m.login.email.identity", auth)).Outcome.Should().Be("401 M_THREEPID_AUTH_FAILED");
    }

    [Fact]
    public async Task Tokens_of_text_messages_are_handed_in_without_access_token()
    {
        await using var server = await MessagingHomeserver.StartAsync();
        var requested = await server.RequestAsync("ToRegister", "07700900001");

        (await server.SubmitAsync(requested, "654321")).Outcome.Should().Be("400 M_TOKEN_INCORRECT");
        (await server.Server.SendAsync(
            "POST", new Uri(requested["submit_url"]!).PathAndQuery, """{"sid": "x", "client_secret": "s", "token": "1"}"""u8.ToArray()))
            .Outcome.Should().Be("400 M_INVALID_PARAM");
        (await server.SubmitAsync(requested)).Text.Should().Be("""{"success":true}""");
    }

    [Fact]
    public async Task Media_that_cannot_be_validated_are_not_supported()
    {
        await using var server = await TestHomeserver.StartAsync();
        var email = new JsonObject { ["client_secret"] = "s", ["send_attempt"] = 1, ["email"] = Alice };
        var phone = new JsonObject { ["client_secret"] = "s", ["send_attempt"] = 1, ["country"] = "GB", ["phone_number"] = "07700900001" };

        (await server.CallAsync("requestTokenTo3PIDEmail", email)).Outcome.Should().Be("400 M_THREEPID_MEDIUM_NOT_SUPPORTED");
        (await server.CallAsync("requestTokenTo3PIDMSISDN", phone)).Outcome.Should().Be("400 M_THREEPID_MEDIUM_NOT_SUPPORTED");
    }

    [Fact]
    public async Task A_medium_may_serve_registration_only()
    {
        await using var server = await TestHomeserver.StartAsync(unexpected =>
            new() { Mail = new("127.0.0.1", 1), AddableMedia = ["msisdn"], UnexpectedError = unexpected });
        var email = new JsonObject { ["client_secret"] = "s", ["send_attempt"] = 1, ["email"] = Alice };

        (await server.CallAsync("requestTokenTo3PIDEmail", email)).Outcome.Should().Be("400 M_THREEPID_MEDIUM_NOT_SUPPORTED");
        (await server.CallAsync("requestTokenToRegisterEmail", email))["error"].Should().Be("The mail could not be sent.");
    }
}
