using System.Web;
using Conformance.ReferenceServer.Configuration;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.ReferenceServer.Tests;

public sealed class CaptchaTests
{
    [Fact]
    public async Task The_stage_says_the_site_key()
    {
        await using var service = FakeServer.Start(Verify);
        await using var server = await StartAsync(service);

        (await server.CallAsync("register", new { })).Json.GetProperty("params").GetProperty("m.login.recaptcha").GetProperty("public_key")
            .GetString().Should().Be("site-key");
    }

    [Fact]
    public async Task A_response_that_the_service_accepts_completes_the_stage()
    {
        await using var service = FakeServer.Start(Verify);
        await using var server = await StartAsync(service);

        (await AttemptAsync(server, """ "response": "right" """)).Outcome.Should().Be("200");
        service.Requests.Should().ContainSingle().Which.Text.Should().Be("secret=site-secret&response=right");
    }

    [Theory]
    [InlineData(""" "response": "wrong" """, "401 M_CAPTCHA_INVALID")]
    [InlineData(""" "response": "" """, "401 M_CAPTCHA_NEEDED")]
    [InlineData(""" "other": 1 """, "401 M_CAPTCHA_NEEDED")]
    [InlineData(""" "response": 5 """, "400 M_BAD_JSON")]
    public async Task Other_responses_do_not(string member, string outcome)
    {
        await using var service = FakeServer.Start(Verify);
        await using var server = await StartAsync(service);

        (await AttemptAsync(server, member)).Outcome.Should().Be(outcome);
    }

    [Fact]
    public async Task A_service_that_does_not_answer_as_it_should_is_told()
    {
        await using var service = FakeServer.Start(_ => FakeAnswer.Html("<p>Out of order</p>"));
        await using var server = await StartAsync(service);

        var answer = await AttemptAsync(server, """ "response": "right" """);

        answer.Outcome.Should().Be("502 M_UNKNOWN");
        answer["error"].Should().Be("The captcha service cannot be reached, or does not answer as it should.");
    }

    [Fact]
    public async Task The_page_completes_the_stage()
    {
        await using var service = FakeServer.Start(Verify);
        await using var server = await StartAsync(service);
        var session = (await server.CallAsync("register", new { }))["session"]!;
        var path = $"/_matrix/client/v3/auth/m.login.recaptcha/fallback/web?session={session}";

        var page = await server.SendAsync("GET", path);
        var wrong = await server.SendAsync(
            "POST", path, "g-recaptcha-response=wrong"u8.ToArray(), contentType: "application/x-www-form-urlencoded");
        var right = await server.SendAsync(
            "POST", path, "g-recaptcha-response=right"u8.ToArray(), contentType: "application/x-www-form-urlencoded");

        page.Text.Should().Contain("<code>site-key</code>").And.Contain("name=\"g-recaptcha-response\"");
        wrong.Text.Should().Contain("The response to the captcha is wrong.").And.NotContain("onAuthDone");
        right.Text.Should().Contain("onAuthDone");
    }

    private static FakeAnswer Verify(FakeRequest request)
    {
        var form = HttpUtility.ParseQueryString(request.Text);
        var success = form["secret"] == "site-secret" && form["response"] == "right";
        return FakeAnswer.Json(200, success
            ? """{"success": true}"""
            : """{"success": false, "error-codes": ["invalid-input-response"]}""");
    }

    private static async Task<Answer> AttemptAsync(TestHomeserver server, string member)
    {
        var session = (await server.CallAsync("register", new { }))["session"];
        var body = $$"""{"auth": {"type": "m.login.recaptcha", "session": "{{session}}", {{member}} } }""";
        return await server.SendAsync("POST", "/_matrix/client/v3/register", System.Text.Encoding.UTF8.GetBytes(body));
    }

    private static Task<TestHomeserver> StartAsync(FakeServer service) => TestHomeserver.StartAsync(unexpected => new ReferenceServerOptions
    {
        UnexpectedError = unexpected,
        RegistrationFlows = [["m.login.recaptcha"]],
        Captcha =
            new CaptchaService { PublicKey = "site-key", Secret = "site-secret", VerifyUrl = new Uri(service.BaseUrl, "/siteverify") },
    });
}
