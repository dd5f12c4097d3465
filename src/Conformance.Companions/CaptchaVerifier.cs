using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Conformance.Companions.Web;
using Conformance.Matrix.Companions;

namespace Conformance.Companions;

/// <summary>A captcha service with the interface of reCAPTCHA's <c>siteverify</c>: a response is good, once, if it was issued
/// here.</summary>
internal sealed class CaptchaVerifier : ICaptchaVerifier, IWebCompanion
{
    private readonly ConcurrentDictionary<string, bool> _issued = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public required string SiteKey { get; init; }

    /// <summary>The secret with which the homeserver asks.</summary>
    public required string Secret { get; init; }

    /// <inheritdoc/>
    public string Solve()
    {
        var response = $"solved-{RandomNumberGenerator.GetHexString(32, lowercase: true)}";
        _issued[response] = true;
        return response;
    }

    /// <inheritdoc/>
    public WebAnswer? Answer(WebCall call)
    {
        if (call.Path != "/siteverify")
            return null;
        if (call.Method is not ("POST" or "GET"))
            return WebAnswer.Error(405, "M_UNRECOGNIZED", "The captcha service takes POST.");
        var (secret, response) = (call.Field("secret") ?? call.Query("secret"), call.Field("response") ?? call.Query("response"));
        var error = (secret, response) switch
        {
            (null or "", _) => "missing-input-secret",
            (_, null or "") => "missing-input-response",
            _ when secret != Secret => "invalid-input-secret",
            _ when !_issued.TryRemove(response, out _) => "invalid-input-response",
            _ => null,
        };
        return WebAnswer.Json(200, error is null
            ? new JsonObject
            {
                ["success"] = true,
                ["challenge_ts"] = TimeProvider.System.GetUtcNow()
                .ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture),
                ["hostname"] = "localhost"
            }
            : new JsonObject { ["success"] = false, ["error-codes"] = new JsonArray(error) });
    }
}
