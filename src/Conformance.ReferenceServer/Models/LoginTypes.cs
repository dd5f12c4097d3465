namespace Conformance.ReferenceServer.Models;

/// <summary>The ways to log in ("Login" of the client-server API).</summary>
internal static class LoginTypes
{
    public const string Password = "m.login.password";
    public const string SingleSignOn = "m.login.sso";
    public const string Token = "m.login.token";
    public const string ApplicationService = "m.login.application_service";
}
