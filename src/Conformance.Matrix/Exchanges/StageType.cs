namespace Conformance.Matrix.Exchanges;

/// <summary>The type of a stage of user-interactive authentication ("Authentication types", client-server API). A server may offer types
/// that are unknown here.</summary>
/// <param name="Name">The type as it stands in JSON.</param>
public readonly record struct StageType(string Name)
{
    /// <summary>The owner's password.</summary>
    public static StageType Password { get; } = new("m.login.password");

    /// <summary>A captcha.</summary>
    public static StageType Recaptcha { get; } = new("m.login.recaptcha");

    /// <summary>Single sign-on, on the stage's fallback page.</summary>
    public static StageType Sso { get; } = new("m.login.sso");

    /// <summary>An email address that the person owns.</summary>
    public static StageType EmailIdentity { get; } = new("m.login.email.identity");

    /// <summary>A telephone number that the person owns.</summary>
    public static StageType Msisdn { get; } = new("m.login.msisdn");

    /// <summary>Nothing: it always succeeds.</summary>
    public static StageType Dummy { get; } = new("m.login.dummy");

    /// <summary>A token that the administrator hands out for registrations (since v1.2).</summary>
    public static StageType RegistrationToken { get; } = new("m.login.registration_token");

    /// <summary>Terms that the person accepts (since v1.11).</summary>
    public static StageType Terms { get; } = new("m.login.terms");

    /// <summary>The account management page of the OAuth 2.0 API (since v1.17).</summary>
    public static StageType OAuth { get; } = new("m.oauth");

    /// <summary>The type as it stands in JSON.</summary>
    public override string ToString() => Name;
}
