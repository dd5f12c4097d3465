using System.Net;
using System.Net.Sockets;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Targets;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Discovery;

/// <summary>What is found out of a homeserver at a URL, and what is said of one that cannot be tested.</summary>
public sealed class UrlHomeserverTests
{
    [Fact]
    public async Task An_unreachable_url()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        (await FailureOf(new Uri($"http://127.0.0.1:{port}"))).Should().Be(
            $"GET http://127.0.0.1:{port}/_matrix/client/versions got no answer: The connection to 127.0.0.1:{port} was refused; start the server, or check the URL.");
    }

    [Fact]
    public async Task A_url_of_another_scheme() =>
        (await FailureOf(new Uri("ftp://example.org")))
            .Should().Be("ftp://example.org is not the URL of a homeserver; give one that begins with http:// or https://.");

    [Fact]
    public async Task A_certificate_that_nobody_trusts()
    {
        using var certificate = SelfSigned.ForLoopback();
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, "{}"), certificate);
        var failure = await FailureOf(server.BaseUrl);
        failure.Should().StartWith(
            $"GET {server.BaseUrl}_matrix/client/versions got no answer: The TLS connection to {server.BaseUrl.Authority} failed: ")
            .And.EndWith("; give the authority's certificate with --ca, or accept any with --insecure.").And.NotContain("\n");
    }

    [Theory]
    [InlineData(404, "text/html", "<html>", "404 with no JSON but text/html")]
    [InlineData(200, "text/html", "<html>", "200 with no JSON but text/html")]
    [InlineData(200, "application/json", """{"swagger":"2.0"}""", "200 with JSON without a list \"versions\"")]
    [InlineData(200, "application/json", """{"versions":[1]}""", "200 with JSON without a list \"versions\"")]
    [InlineData(200, "application/json", "[]", "200 with JSON without a list \"versions\"")]
    [InlineData(200, "text/plain", "", "200 with an empty body")]
    [InlineData(401, "application/json", """{"errcode":"M_X"}""", "401 M_X with JSON without a list \"versions\"")]
    public async Task What_is_no_homeserver_is_told_so(int status, string contentType, string body, string answer)
    {
        await using var server =
            FakeServer.Start(_ => new FakeAnswer(status, System.Text.Encoding.UTF8.GetBytes(body), ("Content-Type", contentType)));
        (await FailureOf(server.BaseUrl)).Should().Be(
            $"GET {server.BaseUrl}_matrix/client/versions answers {answer}, which is not a homeserver's list of versions; give the base URL of a Matrix homeserver's client-server API.");
    }

    [Fact]
    public async Task A_redirect_is_not_followed_but_told()
    {
        await using var server =
            FakeServer.Start(_ => new FakeAnswer(301, [], ("Location", "https://example.org/_matrix/client/versions")));
        (await FailureOf(server.BaseUrl)).Should().Be(
            $"GET {server.BaseUrl}_matrix/client/versions is redirected to https://example.org/_matrix/client/versions; give the URL at which the server itself answers.");
    }

    [Fact]
    public async Task A_server_that_claims_no_version_that_the_suite_has()
    {
        await using var server = FakeServer.Start(_ => FakeAnswer.Json(200, """{"versions":["r0.6.1","v99.0"]}"""));
        (await FailureOf(server.BaseUrl)).Should().Be(
            $"{server.BaseUrl.OriginalString} claims the versions r0.6.1, v99.0, none of which the suite has (up to {Specification.Embedded.Max()}); say which one to test with --spec-version.");
        await using var silent = FakeServer.Start(_ => FakeAnswer.Json(200, """{"versions":[]}"""));
        (await FailureOf(silent.BaseUrl))
            .Should().StartWith($"{silent.BaseUrl.OriginalString} claims no version of the specification, none of which");
    }

    [Fact]
    public async Task The_version_under_test_is_the_highest_claimed_that_the_suite_has_or_the_one_asked_for()
    {
        var fake = new FakeHomeserver { Versions = """["r0.6.1","v1.2","v1.12","v1.9","v99.0"]""" };
        await using var server = FakeServer.Start(fake.Answer);
        (await TargetOf(server)).SpecVersion.Should().Be(new SpecVersion(1, 12));
        (await TargetOf(server, new UrlHomeserverOptions { SpecVersion = new SpecVersion(1, 5) })).SpecVersion.Should().Be(
            new SpecVersion(1, 5));
        (await TargetOf(server)).ClaimedVersions.Should().Equal("r0.6.1", "v1.2", "v1.12", "v1.9", "v99.0");
    }

    [Fact]
    public async Task Registration_that_asks_for_what_the_suite_cannot_do()
    {
        var fake = new FakeHomeserver
        {
            Register = _ =>
            FakeAnswer.Json(
                401, """{"flows":[{"stages":["m.login.recaptcha","m.login.dummy"]},{"stages":["m.login.registration_token"]}]}""")
        };
        await using var server = FakeServer.Start(fake.Answer);
        (await FailureOf(server.BaseUrl)).Should().Be(
            $"POST {server.BaseUrl}_matrix/client/v3/register asks for [m.login.recaptcha, m.login.dummy], [m.login.registration_token], which the suite cannot complete; give a registration token with --registration-token, existing accounts with --accounts, or open registration.");
    }

    [Fact]
    public async Task Closed_registration_with_accounts_is_an_offer()
    {
        var fake = new FakeHomeserver { Register = _ => FakeAnswer.Json(403, """{"errcode":"M_FORBIDDEN","error":"closed"}""") };
        await using var server = FakeServer.Start(fake.Answer);
        var target = await TargetOf(server, new UrlHomeserverOptions { Accounts = [new Account("@ready:example.org", "password")] });
        target.Offers.Should().BeEquivalentTo(
            [Need.ClosedRegistration, Need.EncryptionKeys, Need.LegacyAuthentication, Need.LoginToken, Need.PasswordLogin,
                Need.RefreshTokens, Need.ShortTokenLifetime]);
        target.ReadyAccounts.Should().HaveCount(1);
        server.Requests.Select(request => $"{request.Method} {request.Path}").Should().EndWith("POST /_matrix/client/v3/logout");
    }

    [Fact]
    public async Task An_account_that_cannot_log_in_is_named()
    {
        var fake = new FakeHomeserver { LogIn = FakeAnswer.Json(403, """{"errcode":"M_FORBIDDEN","error":"the-password is wrong"}""") };
        await using var server = FakeServer.Start(fake.Answer);
        (await FailureOf(server.BaseUrl, new UrlHomeserverOptions { Accounts = [new Account("@ready:example.org", "the-password")] }))
            .Should().Be("the account @ready:example.org cannot log in: 403 M_FORBIDDEN; check its name and password.");
    }

    [Fact]
    public async Task A_registration_token_that_is_refused_is_told_and_not_shown()
    {
        var fake = new FakeHomeserver
        {
            Register = request => FakeAnswer.Json(401, request.Text.Contains("auth", StringComparison.Ordinal)
                ? """{"errcode":"M_UNAUTHORIZED","error":"x","session":"s","flows":[{"stages":["m.login.registration_token"]}]}"""
                : """{"session":"s","flows":[{"stages":["m.login.registration_token"]}]}"""),
        };
        await using var server = FakeServer.Start(fake.Answer);
        (await FailureOf(server.BaseUrl, new UrlHomeserverOptions { RegistrationToken = "the-registration-token" })).Should().Be(
            "the registration of an account fails: the stage m.login.registration_token of register is completed by the right answer, but the server answers 401 M_UNAUTHORIZED; check the registration token, or give existing accounts with --accounts.");
    }

    [Fact]
    public async Task Registration_that_breaks_is_told()
    {
        var fake = new FakeHomeserver { Registered = FakeAnswer.Json(500, """{"errcode":"M_UNKNOWN","error":"x"}""") };
        await using var server = FakeServer.Start(fake.Answer);
        (await FailureOf(server.BaseUrl)).Should().Be(
            $"POST {server.BaseUrl}_matrix/client/v3/register creates no account: 500 M_UNKNOWN; see the server's log, or give existing accounts with --accounts.");
    }

    [Fact]
    public async Task A_minimal_server_offers_little_and_an_unruly_one_breaks_nothing()
    {
        var fake = new FakeHomeserver
        {
            LoginFlows = "[]",
            Capabilities = FakeAnswer.Json(200, """{"capabilities":[]}"""),
            Keys = FakeAnswer.Json(404, """{"errcode":"M_UNRECOGNIZED","error":"x"}"""),
            Registered = FakeAnswer.Json(200, """{"user_id":"@survey:example.org","device_id":"D","access_token":"token-of-survey"}"""),
            Guest = FakeAnswer.Json(500, "oops"),
            Federation = FakeAnswer.Json(200, """{"server":["x"]}"""),
        };
        await using var server = FakeServer.Start(fake.Answer);
        var target = await TargetOf(server);
        target.Offers.Should().BeEquivalentTo([Need.OpenRegistration, Need.LegacyAuthentication]);
        target.Version.Should().BeNull();
        target.Unknown.Should().Equal(
            new Dictionary<Need, string> { [Need.GuestAccess] = "POST /_matrix/client/v3/register gave 500" });
    }

    [Theory]
    [InlineData(""","server":{"name":"Tuwunel","version":"1.6"}""", null, "Tuwunel 1.6")]
    [InlineData(""","server":"Tuwunel" """, null, "Fake 1.0")]
    [InlineData(""","server":{"name":"Tuwunel"}""", "Content-Type", "application/json")]
    [InlineData("", "X-None", "Fake 1.0")]
    public async Task The_version_as_the_server_tells_it(string server, string? header, string version)
    {
        var fake = new FakeHomeserver { Server = server };
        await using var fakeServer = FakeServer.Start(fake.Answer);
        await using var homeserver = new UrlHomeserver(fakeServer.BaseUrl, new UrlHomeserverOptions { VersionHeader = header });

        (await homeserver.StartAsync(default)).Version.Should().Be(version);
    }

    [Theory]
    [InlineData(500, "{}", "500")]
    [InlineData(502, "<html>", "502")]
    [InlineData(200, "{\"flows\":{}}", "200")]
    [InlineData(403, "{\"errcode\":\"M_FORBIDDEN\",\"error\":\"x\"}", "403 M_FORBIDDEN")]
    public async Task A_probe_that_failed_is_not_an_offer_that_is_missing(int status, string body, string outcome)
    {
        var fake = new FakeHomeserver
        {
            Login = FakeAnswer.Json(status, body),
            Capabilities = FakeAnswer.Json(500, "{}"),
            Keys = FakeAnswer.Json(503, "{}"),
            Metadata = FakeAnswer.Json(500, "{}"),
        };
        await using var server = FakeServer.Start(fake.Answer);

        var target = await TargetOf(server);

        target.Unknown.Should().BeEquivalentTo(new Dictionary<Need, string>
        {
            [Need.PasswordLogin] = $"GET /_matrix/client/v3/login gave {outcome}",
            [Need.LoginToken] = "GET /_matrix/client/v3/capabilities gave 500",
            [Need.EncryptionKeys] = "POST /_matrix/client/v3/keys/query gave 503",
            [Need.OAuth] = "GET /_matrix/client/v1/auth_metadata gave 500",
        });
        target.Offers.Should().Contain([Need.LegacyAuthentication, Need.OpenRegistration]).And.NotContain(Need.PasswordLogin);
    }

    [Theory]
    [InlineData(404)]
    [InlineData(405)]
    public async Task A_server_without_the_legacy_API_says_so(int status)
    {
        var fake = new FakeHomeserver { Login = FakeAnswer.Json(status, """{"errcode":"M_UNRECOGNIZED","error":"x"}""") };
        await using var server = FakeServer.Start(fake.Answer);

        var target = await TargetOf(server);

        target.Unknown.Should().BeEmpty();
        target.Offers.Should().NotContain([Need.LegacyAuthentication, Need.PasswordLogin]);
    }

    [Fact]
    public async Task Without_a_session_nothing_is_known_of_what_needs_one()
    {
        var fake = new FakeHomeserver { Registered = FakeAnswer.Json(200, """{"user_id":"@survey:example.org"}""") };
        await using var server = FakeServer.Start(fake.Answer);

        (await TargetOf(server)).Unknown.Keys.Should().BeEquivalentTo(
            [Need.RefreshTokens, Need.ShortTokenLifetime, Need.LoginToken, Need.EncryptionKeys, Need.Rooms, Need.Pushers]);
    }

    [Fact]
    public async Task What_a_server_has_is_found_and_the_account_made_for_it_is_given_up()
    {
        var fake = new FakeHomeserver
        {
            RegisterFlows = """[{"stages":["m.login.dummy"]},{"stages":["m.login.registration_token","m.login.terms"]},{"stages":["m.login.email.identity"]},{"stages":["m.login.msisdn"]}]""",
            Guest = FakeAnswer.Json(200, """{"user_id":"@guest:example.org","device_id":"G","access_token":"token-of-guest"}"""),
            Metadata = FakeAnswer.Json(200, """{"issuer":"https://example.org/"}"""),
        };
        await using var server = FakeServer.Start(fake.Answer);
        var target = await TargetOf(server, new UrlHomeserverOptions
        {
            RegistrationToken = "the-registration-token",
            ApplicationServiceToken = "the-service-token",
            ApplicationServiceUserPrefix = "_bridge_",
            AdditionalOffers = [Need.RateLimits],
        });
        target.Offers.Should().BeEquivalentTo(
            [Need.ApplicationService, Need.ApplicationServiceDevices, Need.EncryptionKeys, Need.EmailUia, Need.GuestAccess,
                Need.LegacyAuthentication, Need.LoginToken, Need.OAuth, Need.OpenRegistration, Need.PasswordLogin,
            Need.RateLimits, Need.RefreshTokens, Need.RegistrationToken, Need.ShortTokenLifetime, Need.SmsUia, Need.Terms,
                Need.MultiStageUia]);
        target.Offers.Should().BeSubsetOf(Need.All);
        target.Version.Should().Be("Fake 1.0");
        target.Name.Should().Be(server.BaseUrl.OriginalString.TrimEnd('/'));
        fake.LoggedOut.Should().Equal("Bearer token-of-guest");
        fake.Deactivated.Should().Equal("Bearer token-of-survey");
    }

    [Fact]
    public async Task An_account_made_on_a_server_that_is_thrown_away_is_left_there()
    {
        var fake = new FakeHomeserver();
        await using var server = FakeServer.Start(fake.Answer);
        (await TargetOf(server, new UrlHomeserverOptions { IsThrownAway = true })).IsThrownAway.Should().BeTrue();
        fake.LoggedOut.Concat(fake.Deactivated).Should().BeEmpty();
    }

    private static async Task<string> FailureOf(Uri url, UrlHomeserverOptions? options = null)
    {
        await using var homeserver = new UrlHomeserver(url, options ?? new UrlHomeserverOptions());
        var start = () => homeserver.StartAsync(default);
        var message = (await start.Should().ThrowAsync<TargetException>()).Which.Message;
        message.Should().NotContain("\n").And.NotContain("the-password").And.NotContain("the-registration-token");
        return message;
    }

    private static async Task<Target> TargetOf(FakeServer server, UrlHomeserverOptions? options = null)
    {
        await using var homeserver = new UrlHomeserver(server.BaseUrl, options ?? new UrlHomeserverOptions());
        return await homeserver.StartAsync(default);
    }
}
