namespace Conformance.Matrix.Calls;

/// <summary>The login types that are not stages of user-interactive authentication ("Login").</summary>
public static class LoginTypes
{
    /// <summary>A login token, e.g. one that single sign-on gave.</summary>
    public const string Token = "m.login.token";

    /// <summary>The token of an application service; also the type of its registrations.</summary>
    public const string ApplicationService = "m.login.application_service";
}
