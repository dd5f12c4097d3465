namespace Conformance.ReferenceServer.Configuration;

/// <summary>The service that checks captchas (<c>m.login.recaptcha</c>).</summary>
/// <remarks>A class instead of a record, so that no <c>ToString</c> shows the secret it holds.</remarks>
public sealed class CaptchaService
{
    /// <summary>The site key, with which clients show the captcha.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The key by which the homeserver proves itself to the service. A secret.</summary>
    public required string Secret { get; init; }

    /// <summary>Where responses are checked: takes a form of <c>secret</c> and <c>response</c>, answers JSON with <c>success</c>.</summary>
    public required Uri VerifyUrl { get; init; }
}
