namespace Conformance.Spec;

/// <summary>The closed list of what a requirement may need of a server; also the closed list of reasons for a skip.</summary>
public static class Needs
{
    /// <summary>The need of a newer version of the specification than the one under test.</summary>
    public const string Version = "spec-version";

    /// <summary>The need of a set-up that no other need names.</summary>
    public const string SpecialConfiguration = "server-config";

    /// <summary>Every need, with what it means in a skip's reason.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["password-login"] = "login with m.login.password",
        ["open-registration"] = "open registration",
        ["closed-registration"] = "registration switched off",
        ["email-sink"] = "mail that the suite can read",
        ["sms-sink"] = "text messages that the suite can read",
        ["email-uia"] = "the UIA stage m.login.email.identity",
        ["sms-uia"] = "the UIA stage m.login.msisdn",
        ["captcha-stub"] = "a captcha whose verifier the suite runs",
        ["sso-idp"] = "single sign-on at a provider the suite runs",
        ["browser"] = "a web browser",
        ["appservice"] = "a registered application service",
        ["appservice-device-api"] = "device management by application services (v1.17)",
        ["admin-api"] = "the administrator's lock and suspend endpoints (v1.18)",
        ["second-admin"] = "a second administrator",
        ["registration-token"] = "a registration token",
        ["terms-config"] = "terms to be accepted at registration",
        ["guest"] = "guest access",
        ["identity-server-stub"] = "an identity server that the suite runs",
        ["oauth"] = "the OAuth 2.0 API",
        ["oauth-login"] = "a session that the suite began by the OAuth 2.0 API",
        ["oauth-only"] = "the OAuth 2.0 API and no legacy login",
        ["legacy-auth"] = "legacy authentication",
        ["refresh-tokens"] = "refresh tokens",
        ["short-token-lifetime"] = "access tokens that expire within seconds",
        ["login-token"] = "login tokens for an existing session",
        ["uia-multi-stage"] = "a UIA flow of two or more stages that the suite can complete",
        ["rate-limit-config"] = "rate limits that the suite may provoke",
        ["limit-config"] = "configured limits",
        ["wellknown-config"] = "a configured .well-known",
        [SpecialConfiguration] = "a special configuration",
        [Version] = "a newer version of the specification than the one under test",
        ["e2ee-keys"] = "end-to-end encryption keys",
        ["rooms"] = "rooms and their messages",
        ["pushers"] = "push notifications",
    };
}
