namespace Conformance.Matrix.Redaction;

/// <summary>The kinds of secrets that the suite handles.</summary>
public enum SecretKind
{
    /// <summary>A secret of no kind below.</summary>
    Secret,

    /// <summary>An access token.</summary>
    AccessToken,

    /// <summary>An access token of a guest who is to become a user.</summary>
    GuestToken,

    /// <summary>The token of an application service.</summary>
    ServiceToken,

    /// <summary>The token by which a homeserver shows an application service who it is.</summary>
    HomeserverToken,

    /// <summary>An access token of an identity server.</summary>
    IdentityToken,

    /// <summary>A refresh token.</summary>
    RefreshToken,

    /// <summary>A login token.</summary>
    LoginToken,

    /// <summary>A registration token, or another value of a member <c>token</c>.</summary>
    RegistrationToken,

    /// <summary>A password.</summary>
    Password,

    /// <summary>The password that is to take the place of another.</summary>
    NewPassword,

    /// <summary>A session of user-interactive authentication.</summary>
    UiaSession,

    /// <summary>A client secret of a validation session.</summary>
    ClientSecret,

    /// <summary>The id of a validation session, its <c>sid</c>.</summary>
    ValidationSession,

    /// <summary>A ticket of CAS.</summary>
    Ticket,

    /// <summary>A cookie.</summary>
    Cookie,
}
