using System.Diagnostics;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Discovery;

/// <summary>What is said of a server that lets the suite register no accounts: what was seen, soon; and what can be tested there all the
/// same.</summary>
public sealed class RegistrationAnswersTests
{
    private const string SsoOnly = """[{"type":"m.login.sso"},{"type":"m.login.token"}]""";
    private const string Advice = "or give existing accounts with --accounts.";

    private static readonly UrlHomeserverOptions WithAccounts = new() { Accounts = [new Account("@ready:example.org", "password")] };

    [Theory]
    [InlineData(400, """{"errcode":"M_UNKNOWN","error":"x"}""",
        "answers 400 M_UNKNOWN: this does not say whether and how accounts can be registered; see the log of the server and of the proxy before it, ")]
    [InlineData(429, """{"errcode":"M_LIMIT_EXCEEDED","error":"x","retry_after_ms":60000}""",
        "answers 429 M_LIMIT_EXCEEDED: the server limits the rate of registrations, and asks for a longer wait than the suite makes before a run; wait, lift the limit, ")]
    [InlineData(502, "<html>Bad gateway</html>",
        "answers 502: this does not say whether and how accounts can be registered; see the log of the server and of the proxy before it, ")]
    public async Task An_answer_that_tells_nothing_of_registration_is_told_as_it_is(int status, string body, string told)
    {
        var fake = new FakeHomeserver { Register = _ => FakeAnswer.Json(status, body) };
        await using var server = FakeServer.Start(fake.Answer);

        (await FailureAsync(server)).Should().Be($"POST {server.BaseUrl}_matrix/client/v3/register {told}{Advice}");
    }

    [Fact]
    public async Task A_redirect_is_told_with_its_target()
    {
        var fake = new FakeHomeserver { Register = _ => new FakeAnswer(307, [], ("Location", "https://matrix.example.org/register")) };
        await using var server = FakeServer.Start(fake.Answer);

        (await FailureAsync(server)).Should().Be(
            $"POST {server.BaseUrl}_matrix/client/v3/register is redirected to https://matrix.example.org/register with 307; give the URL at which the server itself answers.");
    }

    // The first answer is all that the suite waits for: what else is asked is asked at the same time.
    [Fact]
    public async Task A_server_that_only_tells_its_versions_is_told_of_within_ten_seconds()
    {
        var fake = new FakeHomeserver();
        await using var server = FakeServer.StartAsync(async (request, cancellationToken) =>
        {
            if (request.Target != "/_matrix/client/versions")
                await Task.Delay(Timeout.Infinite, cancellationToken);
            return fake.Answer(request);
        });
        var started = Stopwatch.GetTimestamp();

        (await FailureAsync(server)).Should().MatchRegex(
            $"^POST {server.BaseUrl}_matrix/client/v3/register got no answer: [^\n]*10[^\n]*; see the server's log, {Advice}$");

        Stopwatch.GetElapsedTime(started).Should().BeLessThan(TimeSpan.FromSeconds(19), "two calls in turn would take 20 s");
    }

    [Fact]
    public async Task A_connection_that_is_cut_is_no_closed_registration()
    {
        var fake = new FakeHomeserver();
        await using var server = FakeServer.Start(request =>
            request.Target.EndsWith("/register", StringComparison.Ordinal)
                ? throw new IOException("cut")
                : fake.Answer(request));

        (await FailureAsync(server)).Should().MatchRegex(
            $"^POST {server.BaseUrl}_matrix/client/v3/register got no answer: [^\n]+; see the server's log, {Advice}$");
    }

    [Theory]
    [InlineData(403, """{"errcode":"M_FORBIDDEN","error":"closed"}""", "403 M_FORBIDDEN")]
    [InlineData(404, """{"errcode":"M_UNRECOGNIZED","error":"x"}""", "404 M_UNRECOGNIZED")]
    [InlineData(405, "", "405")]
    public async Task Closed_registration_leaves_what_needs_no_account(int status, string body, string answer)
    {
        var fake = new FakeHomeserver { LoginFlows = SsoOnly, Register = _ => FakeAnswer.Json(status, body) };
        await using var server = FakeServer.Start(fake.Answer);

        var target = await TargetAsync(server, new UrlHomeserverOptions { AdditionalOffers = [Need.SsoProvider] });

        target.Offers.Should().BeEquivalentTo([Need.ClosedRegistration, Need.LegacyAuthentication, Need.SsoProvider]);
        target.MissingAccounts!.Need.Should().Be(Need.OpenRegistration);
        target.MissingAccounts.Problem.ToString().Should().Be(
            $"POST {server.BaseUrl}_matrix/client/v3/register answers {answer}: registration is closed and no accounts are given; "
            + $"scenarios that need an account are skipped; open registration, {Advice}");
        server.Requests.Should().NotContain(request => request.Method == "POST" && request.Path.EndsWith("/login"));
    }

    [Fact]
    public async Task Accounts_that_cannot_log_in_with_a_password_are_left_aside()
    {
        var fake = new FakeHomeserver
        {
            LoginFlows = SsoOnly,
            Register = _ => FakeAnswer.Json(403, """{"errcode":"M_FORBIDDEN","error":"closed"}"""),
        };
        await using var server = FakeServer.Start(fake.Answer);

        var target = await TargetAsync(server, WithAccounts);

        target.ReadyAccounts.Should().BeEmpty();
        target.MissingAccounts!.Need.Should().Be(Need.PasswordLogin);
        target.MissingAccounts.Problem.ToString().Should().Be(
            $"{server.BaseUrl.OriginalString} does not offer login with a password: the accounts given cannot be used; "
            + "scenarios that need an account are skipped; enable m.login.password, if they are to be used.");
    }

    [Fact]
    public async Task Where_registration_is_open_no_login_with_a_password_is_needed()
    {
        var fake = new FakeHomeserver { LoginFlows = SsoOnly };
        await using var server = FakeServer.Start(fake.Answer);

        var target = await TargetAsync(server, WithAccounts);

        target.MissingAccounts.Should().BeNull();
        target.ReadyAccounts.Should().BeEmpty();
        target.Offers.Should().Contain(Need.OpenRegistration).And.NotContain(Need.PasswordLogin);
    }

    [Fact]
    public async Task A_single_sign_on_server_may_ask_for_a_captcha_at_registration()
    {
        var fake = new FakeHomeserver { LoginFlows = SsoOnly, RegisterFlows = """[{"stages":["m.login.recaptcha"]}]""" };
        await using var server = FakeServer.Start(fake.Answer);

        var missing = (await TargetAsync(server, new UrlHomeserverOptions())).MissingAccounts!;

        missing.Need.Should().Be(Need.OpenRegistration);
        missing.Problem.ToString().Should().Contain("asks for [m.login.recaptcha], which the suite cannot complete: ");
    }

    [Fact]
    public async Task With_accounts_it_does_not_matter_what_registration_answers()
    {
        var fake = new FakeHomeserver { Register = _ => FakeAnswer.Json(502, "") };
        await using var server = FakeServer.Start(fake.Answer);

        var target = await TargetAsync(server, WithAccounts);

        target.MissingAccounts.Should().BeNull();
        target.ReadyAccounts.Should().HaveCount(1);
    }

    private static async Task<string> FailureAsync(FakeServer server)
    {
        await using var homeserver = new UrlHomeserver(server.BaseUrl, new UrlHomeserverOptions());
        return (await FluentActions.Awaiting(() => homeserver.StartAsync(default)).Should().ThrowAsync<TargetException>()).Which.Message;
    }

    private static async Task<Target> TargetAsync(FakeServer server, UrlHomeserverOptions options)
    {
        await using var homeserver = new UrlHomeserver(server.BaseUrl, options);
        return await homeserver.StartAsync(default);
    }
}
