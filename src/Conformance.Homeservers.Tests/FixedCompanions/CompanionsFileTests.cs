using Conformance.Companions;
using Conformance.Homeservers.Discovery;
using Conformance.Homeservers.FixedCompanions;
using Conformance.Homeservers.Profiles;
using Conformance.Spec;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.FixedCompanions;

/// <summary>Companions whose ports and secrets are the same at each run.</summary>
public sealed class CompanionsFileTests : IDisposable
{
    private static readonly CompanionSecrets Secrets = new()
    {
        CaptchaSiteKey = "site",
        CaptchaSecret = "captcha",
        OpenIdClientSecret = "oidc",
        ApplicationServiceToken = "as",
        HomeserverToken = "hs",
    };

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_file_has_secrets_of_its_own_that_nobody_else_may_read()
    {
        var (one, two) = (Path.Combine(_folder.Path, "one.yaml"), Path.Combine(_folder.Path, "two.yaml"));
        CompanionsFile.WriteNew(one);
        CompanionsFile.WriteNew(two);

        var first = CompanionsFile.Load(one);
        first.Should().BeEquivalentTo(CompanionsFile.Load(one), "it is the same at each run");
        first.Secrets.Should().NotBe(CompanionsFile.Load(two).Secrets);
        first.Should().BeEquivalentTo(new CompanionsFile { Secrets = first.Secrets });
        if (!OperatingSystem.IsWindows())
            File.GetUnixFileMode(one).Should().Be(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        FluentActions.Invoking(() => CompanionsFile.WriteNew(one)).Should().Throw<CompanionsFileException>()
            .Which.Message.Should().StartWith($"{one} cannot be written: ");
    }

    [Theory]
    [InlineData("[", "c.yaml:2: this is not a map of YAML; correct the line, or the one above, or let \"companions\" write a new file")]
    [InlineData("- a", "c.yaml:1: this is not a map of YAML; correct the line, or the one above, or let \"companions\" write a new file")]
    [InlineData("adress: 127.0.0.1", "c.yaml:1: unknown member \"adress\"; did you mean address?")]
    [InlineData("address: here", "c.yaml:1: address must be an IP address, e.g. 127.0.0.1 or 0.0.0.0")]
    [InlineData("http-port: 0", "c.yaml:1: a port must be a whole number from 1 to 65535")]
    [InlineData("mail-port: 99999", "c.yaml:1: a port must be a whole number from 1 to 65535")]
    [InlineData("user-prefix: []", "c.yaml:1: user-prefix must be a text")]
    [InlineData("offers: [guest]",
        "c.yaml:1: an offer is one of email-sink, sms-sink, sso-idp, appservice, appservice-device-api, captcha-stub, identity-server-stub")]
    [InlineData("secrets: hush",
        "c.yaml:1: secrets must be a map of captcha.public-key, captcha.secret, oidc.client-secret, appservice.as-token, appservice.hs-token")]
    [InlineData("secrets: { captcha.public-key: hush, captcha.secret: hush, oidc.client-secret: hush, appservice.as-token: hush }",
        "c.yaml:1: the secret appservice.hs-token is missing")]
    public void A_file_that_is_wrong(string text, string complaint)
    {
        var whole = text.Contains("secrets", StringComparison.Ordinal) || text.Length < 4
            ? text
            : $"{text}\n{CompanionsFileText.Of(new CompanionsFile())[CompanionsFileText.Of(new CompanionsFile()).IndexOf("secrets:", StringComparison.Ordinal)..]}";
        FluentActions.Invoking(() => CompanionsFileReader.Read("c.yaml", whole)).Should().Throw<CompanionsFileException>()
            .Which.Message.Should().Be(complaint).And.NotContain("hush");
    }

    [Fact]
    public void The_homeserver_is_told_of_what_it_uses_and_of_nothing_else()
    {
        var all = new HomeserverSettings(new CompanionsFile { Secrets = Secrets, Offers = CompanionsFile.Possible });
        all.Table().Should().Equal(
            "Mail                 SMTP at 127.0.0.1:18025, without TLS and without a login",
            "Text messages        sent by the identity server http://127.0.0.1:18090",
            "Identity server      http://127.0.0.1:18090, by HTTP",
            "Captcha              as reCAPTCHA: public key site, private key captcha,",
            "                     verified at http://127.0.0.1:18090/siteverify",
            "Single sign-on       CAS at http://127.0.0.1:18090/cas; or OpenID Connect: issuer http://127.0.0.1:18090/oidc,",
            "                     client id homeserver, client secret oidc",
            "Application service  at http://127.0.0.1:18090, as in its registration");
        all.Registration().Should().Be("""
            id: conformance
            url: 'http://127.0.0.1:18090'
            as_token: 'as'
            hs_token: 'hs'
            sender_localpart: 'bridge_sender'
            rate_limited: false
            namespaces:
              users:
              - exclusive: true
                regex: '@bridge_.*'
              - exclusive: false
                regex: '@commons_.*'
              aliases: []
              rooms: []

            """);
        all.Synapse("r.yaml").Should().Contain("  smtp_port: 18025\n").And.Contain("\nrecaptcha_private_key: captcha\n")
            .And.EndWith("\napp_service_config_files: [r.yaml]\n");

        var mail = new HomeserverSettings(new CompanionsFile { Secrets = Secrets, Offers = [Need.EmailSink] });
        mail.Table().Should().ContainSingle().Which.Should().StartWith("Mail ");
        mail.Registration().Should().BeNull();
        mail.Synapse("r.yaml").Should().StartWith("email:\n").And.NotContain("cas_config").And.NotContain("app_service");
    }

    [Fact]
    public async Task What_the_homeserver_does_not_use_is_not_offered()
    {
        await using var companions = new FixedCompanionServers(Free(Need.EmailSink));
        var options = await companions.AddToAsync(new UrlHomeserverOptions { AdditionalOffers = [Need.RateLimits] }, default);

        options.AdditionalOffers.Should().BeEquivalentTo([Need.RateLimits, Need.EmailSink]);
        options.Companions.Mailbox.Should().NotBeNull();
        options.Companions.Sso.Should().BeNull();
        options.ApplicationServiceToken.Should().BeNull();
    }

    [Fact]
    public async Task An_application_service_comes_with_its_token_and_its_names()
    {
        await using var companions = new FixedCompanionServers(Free(Need.ApplicationService));
        var options = await companions.AddToAsync(new UrlHomeserverOptions(), default);

        options.ApplicationServiceToken.Should().Be("as");
        options.ApplicationServiceUserPrefix.Should().Be("bridge_");
        options.ApplicationServiceSharedPrefix.Should().Be("commons_");
        options.Companions.ApplicationService!.ApplicationServiceToken.Should().Be("as");
    }

    [Fact]
    public async Task A_port_that_is_taken()
    {
        await using var first = new FixedCompanionServers(Free(Need.EmailSink));
        var running = await first.StartAsync(default);
        await using var second = new FixedCompanionServers(
            new CompanionsFile { HttpPort = running.HttpUrl.Port, MailPort = 0, Secrets = Secrets });

        (await FluentActions.Awaiting(() => second.StartAsync(default)).Should().ThrowAsync<TargetException>())
            .Which.Message.Should().StartWith("the companions cannot listen on 127.0.0.1 (HTTP port ").And.NotContain("\n");
    }

    private static CompanionsFile Free(params Need[] offers) => new() { HttpPort = 0, MailPort = 0, Secrets = Secrets, Offers = offers };
}
