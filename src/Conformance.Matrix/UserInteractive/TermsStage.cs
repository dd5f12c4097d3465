using System.Text.Json.Nodes;

namespace Conformance.Matrix.UserInteractive;

/// <summary><c>m.login.terms</c>: the terms are accepted by naming the stage (since v1.11).</summary>
public sealed class TermsStage : IStageSolver
{
    /// <inheritdoc/>
    public string Stage => "m.login.terms";

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => true;

    /// <inheritdoc/>
    public ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new JsonObject { ["type"] = Stage });
}
