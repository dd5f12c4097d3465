using System.Text.Json.Nodes;
using Conformance.ReferenceServer.Chapters.Uia;
using Conformance.ReferenceServer.Errors;
using Conformance.ReferenceServer.Models;

namespace Conformance.ReferenceServer.Chapters.Registration;

/// <summary><c>m.login.registration_token</c>: a token that the server's administrator gave out.</summary>
internal sealed class RegistrationTokenStage(RegistrationTokenService tokens) : IUiaStage
{
    /// <inheritdoc/>
    public string Type => StageTypes.RegistrationToken;

    /// <inheritdoc/>
    public bool IsForRegistrationOnly => true;

    /// <inheritdoc/>
    public JsonObject? Params() => null;

    /// <inheritdoc/>
    public ValueTask AttemptAsync(StageAttempt attempt, CancellationToken cancellationToken)
    {
        var token = attempt.Data.String("token") ?? throw new MatrixException(401, ErrorCodes.MissingParam, "\"token\" is missing.");
        return tokens.TryUse(token)
            ? ValueTask.CompletedTask
            : throw new MatrixException(401, ErrorCodes.Forbidden, "The registration token is not valid.");
    }

    /// <inheritdoc/>
    public string FormFields() => """<p><label>Registration token <input name="token" autocomplete="off" required></label></p>""";

    /// <inheritdoc/>
    public JsonObject ReadForm(IReadOnlyDictionary<string, string> fields) => new() { ["token"] = fields.GetValueOrDefault("token", "") };
}
