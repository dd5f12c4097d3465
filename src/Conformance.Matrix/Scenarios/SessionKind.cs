using Conformance.Spec;

namespace Conformance.Matrix.Scenarios;

/// <summary>
/// A way in which a session begins and goes on. Whatever ends sessions has to end each of them. A guest's is not among them: guests may
/// neither log out, nor delete devices, nor change a password, nor deactivate their accounts ("Guest Access").
/// </summary>
/// <param name="Name">As features call it: <c>a password session</c>.</param>
/// <param name="Needs">What the server must offer for it.</param>
public sealed record SessionKind(string Name, params IReadOnlyList<Need> Needs)
{
    /// <summary>The form of a kind, for step expressions.</summary>
    public const string Pattern = "(an? [a-z -]+ session)";

    /// <summary>Whether the account has a password.</summary>
    public bool HasPassword { get; private init; } = true;

    /// <summary>Whether the session has a refresh token.</summary>
    public bool HasRefreshToken { get; private init; }

    /// <summary>Whether an application service began it for a user of its own.</summary>
    public bool IsOfService { get; private init; }

    /// <summary>A login with the password.</summary>
    public static SessionKind Password { get; } = new("a password session");

    /// <summary>A login with the password that asks for a refresh token.</summary>
    public static SessionKind Refreshable { get; } = new("a refreshable session", Need.RefreshTokens) { HasRefreshToken = true };

    /// <summary>The same, refreshed once; none of the new tokens was used yet.</summary>
    public static SessionKind Refreshed { get; } = new("a refreshed session", Need.RefreshTokens) { HasRefreshToken = true };

    /// <summary>A login with a login token that another session asked for.</summary>
    public static SessionKind LoginToken { get; } = new("a login-token session", Need.LoginToken);

    /// <summary>A login by single sign-on.</summary>
    public static SessionKind SingleSignOn { get; } = new("a single sign-on session", Need.SsoProvider) { HasPassword = false };

    /// <summary>The session that the registration of the account has given.</summary>
    public static SessionKind Registration { get; } = new("a registration session", Need.OpenRegistration);

    /// <summary>The login of an application service as a user of its own.</summary>
    public static SessionKind Service { get; } =
        new("a service session", Need.ApplicationService, Need.LegacyAuthentication) { HasPassword = false, IsOfService = true };

    /// <summary>All of them. A session of the OAuth 2.0 API belongs here as soon as the suite can begin one.</summary>
    public static IReadOnlyList<SessionKind> All { get; } =
        [Password, Refreshable, Refreshed, LoginToken, SingleSignOn, Registration, Service];

    /// <summary>The kind of that name; null where there is none.</summary>
    public static SessionKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
