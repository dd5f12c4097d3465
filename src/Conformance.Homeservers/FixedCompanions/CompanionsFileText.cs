using System.Globalization;

namespace Conformance.Homeservers.FixedCompanions;

/// <summary>Writes a file that describes companions, for people to edit.</summary>
internal static class CompanionsFileText
{
    /// <summary>The names of the secrets in the file, in its order, which are also those that target files use.</summary>
    public static IReadOnlyList<string> Secrets { get; } =
        ["captcha.public-key", "captcha.secret", "oidc.client-secret", "appservice.as-token", "appservice.hs-token"];

    /// <summary>The text.</summary>
    public static string Of(CompanionsFile file) => string.Create(CultureInfo.InvariantCulture, $"""
        # The suite's own servers, for a homeserver that runs already: where they listen, and what they share with it.
        # "companions" says what to configure in the homeserver; "run URL --companions" runs the suite with them.

        # To listen on. If the homeserver runs in a container or on another machine: 0.0.0.0, or an address that it can reach.
        address: {file.Address}
        # By which the homeserver reaches them.
        host: {file.Host}
        http-port: {file.HttpPort}
        mail-port: {file.MailPort}

        # What the homeserver has been set up to use: of email-sink (mail), sms-sink (text messages, by way of an identity server),
        # sso-idp (single sign-on, CAS or OpenID Connect), appservice, appservice-device-api (v1.17), captcha-stub, identity-server-stub.
        offers: [{string.Join(", ", file.Offers)}]

        # The names of the application service's users begin so; in the shared namespace, which is not exclusive, anybody's may.
        user-prefix: {file.UserPrefix}
        shared-prefix: {file.SharedPrefix}

        secrets:
          captcha.public-key: {file.Secrets.CaptchaSiteKey}
          captcha.secret: {file.Secrets.CaptchaSecret}
          oidc.client-secret: {file.Secrets.OpenIdClientSecret}
          appservice.as-token: {file.Secrets.ApplicationServiceToken}
          appservice.hs-token: {file.Secrets.HomeserverToken}

        """).ReplaceLineEndings("\n");
}
