namespace Conformance.ReferenceServer.Models;

/// <summary>The stage types that the server knows ("Authentication types" of the client-server API).</summary>
internal static class StageTypes
{
    public const string Captcha = "m.login.recaptcha";
    public const string Dummy = "m.login.dummy";
    public const string Email = "m.login.email.identity";
    public const string Msisdn = "m.login.msisdn";
    public const string Password = "m.login.password";
    public const string RegistrationToken = "m.login.registration_token";
    public const string SingleSignOn = "m.login.sso";
    public const string Terms = "m.login.terms";
}
