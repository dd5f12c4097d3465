using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Uia;

/// <summary><c>m.login.dummy</c>: always succeeds, takes nothing.</summary>
public sealed class DummyStage : IStageSolver
{
    /// <inheritdoc/>
    public StageType Stage => StageType.Dummy;

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => true;

    /// <inheritdoc/>
    public ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new JsonObject { ["type"] = Stage.Name });
}
