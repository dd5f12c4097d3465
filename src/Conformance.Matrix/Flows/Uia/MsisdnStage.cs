using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Flows.Uia;

/// <summary><c>m.login.msisdn</c>: the person shows that a telephone number is theirs by the code of a text message.</summary>
public sealed class MsisdnStage : IStageSolver
{
    /// <inheritdoc/>
    public StageType Stage => StageType.Msisdn;

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) =>
        context?.Target.Companions.TextMessages is not null && ThreePidStage.CanSolve(context, Medium.Phone);

    /// <inheritdoc/>
    public async ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken) =>
        await ThreePidStage.AnswerAsync(Stage, Medium.Phone, context, cancellationToken);
}
