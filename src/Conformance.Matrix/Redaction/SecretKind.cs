namespace Conformance.Matrix.Redaction;

/// <summary>The kinds of secrets that the suite handles.</summary>
public enum SecretKind
{
    /// <summary>A secret of no kind below.</summary>
    Secret,

    /// <summary>An access token.</summary>
    AccessToken,

    /// <summary>A refresh token.</summary>
    RefreshToken,

    /// <summary>A login token.</summary>
    LoginToken,

    /// <summary>A registration token, or another value of a member <c>token</c>.</summary>
    RegistrationToken,

    /// <summary>A password.</summary>
    Password,

    /// <summary>A session of user-interactive authentication.</summary>
    UiaSession,

    /// <summary>A client secret of a validation session.</summary>
    ClientSecret,

    /// <summary>A cookie.</summary>
    Cookie,
}
