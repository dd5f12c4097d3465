namespace Conformance.Matrix.Companions;

/// <summary>A captcha service: it hands out responses, and tells the homeserver which ones are good.</summary>
public interface ICaptchaVerifier
{
    /// <summary>The public key, as the homeserver shows it to clients.</summary>
    string SiteKey { get; }

    /// <summary>A response as a person gets it who solved the captcha. It is good once.</summary>
    string Solve();
}
