using System.Text.Json.Nodes;

namespace Conformance.Matrix.UserInteractive;

/// <summary><c>m.login.dummy</c>: always succeeds, takes nothing.</summary>
public sealed class DummyStage : IStageSolver
{
    /// <inheritdoc/>
    public string Stage => "m.login.dummy";

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => true;

    /// <inheritdoc/>
    public ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new JsonObject { ["type"] = Stage });
}
