using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Uia;

/// <summary>Completes one type of stage of user-interactive authentication. The driver adds the session.</summary>
public interface IStageSolver
{
    /// <summary>The type of the stage, e.g. <c>m.login.password</c>.</summary>
    StageType Stage { get; }

    /// <summary>Whether the stage can be completed here: the credentials it takes are at hand.</summary>
    bool CanSolve(StageContext context);

    /// <summary>The <c>auth</c> object which completes the stage, without <c>session</c>.</summary>
    ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken);
}
