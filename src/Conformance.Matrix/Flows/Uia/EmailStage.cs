using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.ThreePids;

namespace Conformance.Matrix.Flows.Uia;

/// <summary><c>m.login.email.identity</c>: the person shows that an address is theirs by following the link of a mail.</summary>
public sealed class EmailStage : IStageSolver
{
    /// <inheritdoc/>
    public StageType Stage => StageType.EmailIdentity;

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) =>
        context?.Target.Companions.Mailbox is not null && ThreePidStage.CanSolve(context, Medium.Email);

    /// <inheritdoc/>
    public async ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken) =>
        await ThreePidStage.AnswerAsync(Stage, Medium.Email, context, cancellationToken);
}
