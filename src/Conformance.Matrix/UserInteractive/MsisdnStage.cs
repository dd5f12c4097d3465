using System.Text.Json.Nodes;
using Conformance.Matrix.Validation;

namespace Conformance.Matrix.UserInteractive;

/// <summary><c>m.login.msisdn</c>: the person shows that a telephone number is theirs by the code of a text message.</summary>
public sealed class MsisdnStage : IStageSolver
{
    /// <inheritdoc/>
    public string Stage => "m.login.msisdn";

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => context?.Target.Companions.TextMessages is not null && ThirdPartyStage.CanSolve(context, Medium.Phone);

    /// <inheritdoc/>
    public async ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken) =>
        await ThirdPartyStage.AnswerAsync(Stage, Medium.Phone, context, cancellationToken);
}
