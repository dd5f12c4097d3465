using System.Net;
using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Configuration;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Uia;

/// <summary><c>m.login.recaptcha</c>: the response to a captcha, which the captcha service checks.</summary>
internal sealed class CaptchaStage(CaptchaVerifier verifier, UiaRules rules, ReferenceServerOptions options) : IUiaStage
{
    // The name under which the widget of the service puts the response into a form.
    private const string FormField = "g-recaptcha-response";

    /// <inheritdoc/>
    public string Type => StageTypes.Captcha;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => false;

    /// <inheritdoc/>
    public bool IsAvailable => options.Captcha is not null;

    /// <inheritdoc/>
    public JsonObject? Params() => new() { ["public_key"] = options.Captcha!.PublicKey };

    /// <inheritdoc/>
    public async ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var response = attempt.Data.String("response");
        if (string.IsNullOrEmpty(response))
        {
            throw new MatrixException(401, ErrorCodes.CaptchaNeeded, "\"response\" is missing: the captcha must be solved.");
        }

        if (!rules.CaptchaIsSolved(await verifier.AcceptsAsync(response, cancellationToken)))
        {
            throw new MatrixException(401, ErrorCodes.CaptchaInvalid, "The response to the captcha is wrong.");
        }
    }

    /// <inheritdoc/>
    public string FormFields() => $"""
        <p>Site key: <code>{WebUtility.HtmlEncode(options.Captcha!.PublicKey)}</code></p>
        <p><label>Captcha response <input name="{FormField}" autocomplete="off" required></label></p>
        """;

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) =>
        new() { ["response"] = fields.GetValueOrDefault(FormField, "") };
}
