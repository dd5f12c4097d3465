using System.Globalization;
using Conformance.Companions;
using Conformance.Homeservers.ApplicationServices;
using Conformance.Spec;

namespace Conformance.Homeservers.FixedCompanions;

/// <summary>Says what to configure in a homeserver that is to use the companions: of each that it uses, and of no other. Contains
/// secrets, which belong into the homeserver's configuration.</summary>
/// <param name="file">Where the companions listen, and which of them the homeserver uses.</param>
public sealed class HomeserverSettings(CompanionsFile file)
{
    private readonly string _url = string.Create(CultureInfo.InvariantCulture, $"http://{file.Host}:{file.HttpPort}");

    /// <summary>What each of them is for, and where it is: a table.</summary>
    public IEnumerable<string> Table()
    {
        if (Uses(Need.EmailSink))
            yield return Row("Mail", string.Create(CultureInfo.InvariantCulture, $"SMTP at {file.Host}:{file.MailPort}, without TLS and without a login"));
        if (Uses(Need.SmsSink))
            yield return Row("Text messages", $"sent by the identity server {_url}");
        if (Uses(Need.IdentityServer))
            yield return Row("Identity server", $"{_url}, by HTTP");
        if (Uses(Need.Captcha))
        {
            yield return Row("Captcha", $"as reCAPTCHA: public key {file.Secrets.CaptchaSiteKey}, private key {file.Secrets.CaptchaSecret},");
            yield return Row("", $"verified at {CompanionServers.CaptchaUrl(_url)}");
        }

        if (Uses(Need.SsoProvider))
        {
            yield return Row("Single sign-on", $"CAS at {CompanionServers.CasUrl(_url)}; or OpenID Connect: issuer {CompanionServers.OpenIdIssuer(_url)},");
            yield return Row("", $"client id {CompanionServers.OpenIdClient}, client secret {file.Secrets.OpenIdClientSecret}");
        }

        if (Uses(Need.ApplicationService))
            yield return Row("Application service", $"at {_url}, as in its registration");
    }

    /// <summary>The registration of the application service; null if the homeserver uses none.</summary>
    public string? Registration() => Uses(Need.ApplicationService)
        ? new RegistrationFile
        {
            Url = _url,
            ApplicationServiceToken = file.Secrets.ApplicationServiceToken,
            HomeserverToken = file.Secrets.HomeserverToken,
            UserPrefix = file.UserPrefix,
            SharedPrefix = file.SharedPrefix,
        }.ToYaml()
        : null;

    /// <summary>What Synapse's <c>homeserver.yaml</c> has for them.</summary>
    /// <param name="registration">Where the registration of the application service is.</param>
    public string Synapse(string registration)
    {
        var lines = new List<string>();
        if (Uses(Need.EmailSink))
        {
            lines.AddRange(
            [
                "email:",
                $"  smtp_host: {file.Host}",
                string.Create(CultureInfo.InvariantCulture, $"  smtp_port: {file.MailPort}"),
                "  enable_tls: false",
                "  notif_from: Synapse <noreply@example.org>",
            ]);
        }

        if (Uses(Need.SmsSink))
            lines.AddRange(["account_threepid_delegates:", $"  msisdn: {_url}"]);
        if (Uses(Need.SsoProvider))
        {
            lines.AddRange(
            [
                "cas_config:",
                "  enabled: true",
                $"  server_url: {CompanionServers.CasUrl(_url)}",
                "  protocol_version: 3",
                "# For any other client, a page asks whether to continue.",
                "sso:",
                "  client_whitelist: [\"http://\", \"https://\"]",
            ]);
        }

        if (Uses(Need.Captcha))
        {
            lines.AddRange(
            [
                "enable_registration_captcha: true",
                $"recaptcha_public_key: {file.Secrets.CaptchaSiteKey}",
                $"recaptcha_private_key: {file.Secrets.CaptchaSecret}",
                $"recaptcha_siteverify_api: {CompanionServers.CaptchaUrl(_url)}",
            ]);
        }

        if (Uses(Need.ApplicationService))
            lines.Add($"app_service_config_files: [{registration}]");
        return string.Join('\n', [.. lines, ""]);
    }

    private bool Uses(Need need) => file.Offers.Contains(need);

    private static string Row(string name, string value) => name.PadRight(21) + value;
}
