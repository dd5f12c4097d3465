using Conformance.Spec;

namespace Conformance.Matrix.Scenarios;

/// <summary>
/// A kind of token: what the server gives out, or was given, for one purpose, and must not take for another. A chapter that brings a new
/// kind (an OpenID token, an OAuth 2.0 code) adds it here, and to <see cref="ScenarioTokens"/>.
/// </summary>
/// <param name="Name">As features call it: <c>a refresh token</c>.</param>
/// <param name="Needs">What the server must offer for it.</param>
public sealed record TokenKind(string Name, params IReadOnlyList<Need> Needs)
{
    /// <summary>The form of a kind, for step expressions.</summary>
    public const string Pattern = "(an? [a-z]+ token|a UIA session|a validation session|the application service's token)";

    /// <summary>Whether it stands for a user, so that the harm is great if it passes for something else.</summary>
    public bool IsOfUser { get; private init; }

    /// <summary>Whether it authenticates requests.</summary>
    public bool Authenticates { get; private init; }

    /// <summary>The access token of a session.</summary>
    public static TokenKind Access { get; } = new("an access token") { IsOfUser = true, Authenticates = true };

    /// <summary>The refresh token of a session.</summary>
    public static TokenKind Refresh { get; } = new("a refresh token", Need.RefreshTokens) { IsOfUser = true };

    /// <summary>A login token that a session asked for.</summary>
    public static TokenKind Login { get; } = new("a login token", Need.LoginToken) { IsOfUser = true };

    /// <summary>The token that lets people register.</summary>
    public static TokenKind Registration { get; } = new("a registration token", Need.RegistrationToken);

    /// <summary>The session of a challenge of user-interactive authentication.</summary>
    public static TokenKind UiaSession { get; } = new("a UIA session");

    /// <summary>The session in which an email address is validated.</summary>
    public static TokenKind Validation { get; } = new("a validation session", Need.EmailSink);

    /// <summary>The token by which an application service authenticates its own requests.</summary>
    public static TokenKind Service { get; } = new("the application service's token", Need.ApplicationService) { Authenticates = true };

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TokenKind> All { get; } = [Access, Refresh, Login, Registration, UiaSession, Validation, Service];

    /// <summary>The kind of that name; null where there is none.</summary>
    public static TokenKind? Find(string name) => All.FirstOrDefault(kind => kind.Name == name);
}
