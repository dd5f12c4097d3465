using System.Security.Cryptography;

namespace Conformance.Companions;

/// <summary>What the companions share with the homeserver. A new object has new secrets.</summary>
public sealed record CompanionSecrets
{
    /// <summary>The captcha's public key.</summary>
    public string CaptchaSiteKey { get; init; } = $"site-{RandomNumberGenerator.GetHexString(16, lowercase: true)}";

    /// <summary>The captcha's private key.</summary>
    public string CaptchaSecret { get; init; } = Random();

    /// <summary>The homeserver's secret at the OpenID Connect provider.</summary>
    public string OpenIdClientSecret { get; init; } = Random();

    /// <summary>The token with which the application service calls the homeserver.</summary>
    public string ApplicationServiceToken { get; init; } = Random();

    /// <summary>The token with which the homeserver calls the application service.</summary>
    public string HomeserverToken { get; init; } = Random();

    private static string Random() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
