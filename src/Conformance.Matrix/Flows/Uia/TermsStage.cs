using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Uia;

/// <summary><c>m.login.terms</c>: the terms are accepted by naming the stage (since v1.11).</summary>
public sealed class TermsStage : IStageSolver
{
    /// <inheritdoc/>
    public StageType Stage => StageType.Terms;

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => true;

    /// <inheritdoc/>
    public ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new JsonObject { ["type"] = Stage.Name });
}
