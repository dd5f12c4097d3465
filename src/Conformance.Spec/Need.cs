using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace Conformance.Spec;

/// <summary>
/// Something that a requirement needs from a server; also the reason why a scenario is skipped. The list is closed: its members are all the
/// needs there are.
/// </summary>
public sealed class Need
{
    private Need(string name, string meaning)
    {
        Name = name;
        Meaning = meaning;
    }

    /// <summary>Login with a password.</summary>
    public static Need PasswordLogin { get; } = new("password-login", "login with m.login.password");

    /// <summary>Open registration.</summary>
    public static Need OpenRegistration { get; } = new("open-registration", "open registration");

    /// <summary>Registration switched off.</summary>
    public static Need ClosedRegistration { get; } = new("closed-registration", "registration switched off");

    /// <summary>Mail that the suite can read.</summary>
    public static Need EmailSink { get; } = new("email-sink", "mail that the suite can read");

    /// <summary>Text messages that the suite can read.</summary>
    public static Need SmsSink { get; } = new("sms-sink", "text messages that the suite can read");

    /// <summary>The stage of user-interactive authentication m.login.email.identity.</summary>
    public static Need EmailUia { get; } = new("email-uia", "the UIA stage m.login.email.identity");

    /// <summary>The stage of user-interactive authentication m.login.msisdn.</summary>
    public static Need SmsUia { get; } = new("sms-uia", "the UIA stage m.login.msisdn");

    /// <summary>A captcha whose verifier the suite runs.</summary>
    public static Need Captcha { get; } = new("captcha-stub", "a captcha whose verifier the suite runs");

    /// <summary>Single sign-on at a provider the suite runs.</summary>
    public static Need SsoProvider { get; } = new("sso-idp", "single sign-on at a provider the suite runs");

    /// <summary>A web browser.</summary>
    public static Need Browser { get; } = new("browser", "a web browser");

    /// <summary>A registered application service.</summary>
    public static Need ApplicationService { get; } = new("appservice", "a registered application service");

    /// <summary>Device management by application services (v1.17).</summary>
    public static Need ApplicationServiceDevices { get; } =
        new("appservice-device-api", "device management by application services (v1.17)");

    /// <summary>The administrator's lock and suspend endpoints (v1.18).</summary>
    public static Need AdministrationApi { get; } = new("admin-api", "the administrator's lock and suspend endpoints (v1.18)");

    /// <summary>A second administrator.</summary>
    public static Need SecondAdministrator { get; } = new("second-admin", "a second administrator");

    /// <summary>A registration token.</summary>
    public static Need RegistrationToken { get; } = new("registration-token", "a registration token");

    /// <summary>Terms to be accepted at registration.</summary>
    public static Need Terms { get; } = new("terms-config", "terms to be accepted at registration");

    /// <summary>Guest access.</summary>
    public static Need GuestAccess { get; } = new("guest", "guest access");

    /// <summary>An identity server that the suite runs.</summary>
    public static Need IdentityServer { get; } = new("identity-server-stub", "an identity server that the suite runs");

    /// <summary>The OAuth 2.0 API.</summary>
    public static Need OAuth { get; } = new("oauth", "the OAuth 2.0 API");

    /// <summary>A session that the suite began by the OAuth 2.0 API.</summary>
    public static Need OAuthLogin { get; } = new("oauth-login", "a session that the suite began by the OAuth 2.0 API");

    /// <summary>The OAuth 2.0 API and no legacy login.</summary>
    public static Need OAuthOnly { get; } = new("oauth-only", "the OAuth 2.0 API and no legacy login");

    /// <summary>Legacy authentication.</summary>
    public static Need LegacyAuthentication { get; } = new("legacy-auth", "legacy authentication");

    /// <summary>Refresh tokens.</summary>
    public static Need RefreshTokens { get; } = new("refresh-tokens", "refresh tokens");

    /// <summary>Access tokens that expire within seconds.</summary>
    public static Need ShortTokenLifetime { get; } = new("short-token-lifetime", "access tokens that expire within seconds");

    /// <summary>Login tokens for an existing session.</summary>
    public static Need LoginToken { get; } = new("login-token", "login tokens for an existing session");

    /// <summary>A UIA flow of two or more stages that the suite can complete.</summary>
    public static Need MultiStageUia { get; } = new("uia-multi-stage", "a UIA flow of two or more stages, the first of which the suite can complete");

    /// <summary>Rate limits that the suite may provoke.</summary>
    public static Need RateLimits { get; } = new("rate-limit-config", "rate limits that the suite may provoke");

    /// <summary>Configured limits.</summary>
    public static Need Limits { get; } = new("limit-config", "configured limits");

    /// <summary>A configured .well-known.</summary>
    public static Need WellKnown { get; } = new("wellknown-config", "a configured .well-known");

    /// <summary>As many ready accounts as the scenario has people, where the suite can make none.</summary>
    public static Need Accounts { get; } = new("accounts", "more of the accounts that are given to the suite");

    /// <summary>A set-up that no other need names.</summary>
    public static Need SpecialConfiguration { get; } = new("server-config", "a special configuration");

    /// <summary>A newer version of the specification than the one under test.</summary>
    public static Need Version { get; } = new("spec-version", "a newer version of the specification than the one under test");

    /// <summary>End-to-end encryption keys.</summary>
    public static Need EncryptionKeys { get; } = new("e2ee-keys", "end-to-end encryption keys");

    /// <summary>Rooms and their messages.</summary>
    public static Need Rooms { get; } = new("rooms", "rooms and their messages");

    /// <summary>Push notifications.</summary>
    public static Need Pushers { get; } = new("pushers", "push notifications");

    /// <summary>Every need, in the order of the documentation.</summary>
    public static IReadOnlyList<Need> All { get; } =
    [
        PasswordLogin, OpenRegistration, ClosedRegistration, EmailSink, SmsSink,
        EmailUia, SmsUia, Captcha, SsoProvider, Browser,
        ApplicationService, ApplicationServiceDevices, AdministrationApi, SecondAdministrator, RegistrationToken,
        Terms, GuestAccess, IdentityServer, OAuth, OAuthLogin,
        OAuthOnly, LegacyAuthentication, RefreshTokens, ShortTokenLifetime, LoginToken,
        MultiStageUia, RateLimits, Limits, WellKnown, Accounts, SpecialConfiguration,
        Version, EncryptionKeys, Rooms, Pushers,
    ];

    // After the list: static members are initialised in the order of the text.
    private static readonly FrozenDictionary<string, Need> ByName = All.ToFrozenDictionary(need => need.Name, StringComparer.Ordinal);

    /// <summary>The name in catalogues, tags and target files, e.g. <c>email-sink</c>.</summary>
    public string Name { get; }

    /// <summary>What the server has to offer, as the reason of a skip says it.</summary>
    public string Meaning { get; }

    /// <summary>The need of a name; false if there is none.</summary>
    public static bool TryParse(string? name, [NotNullWhen(true)] out Need? need)
    {
        need = name is null ? null : ByName.GetValueOrDefault(name);
        return need is not null;
    }

    /// <summary>The question whether another name was meant, with a space before it; empty where none is near.</summary>
    public static string Question(string name) => Nearest.Question(name, All.Select(need => need.Name));

    /// <summary>The name with its meaning: <c>guest (guest access)</c>.</summary>
    public string Describe() => $"{Name} ({Meaning})";

    /// <summary>The name.</summary>
    public override string ToString() => Name;
}
