using System.Text.Json.Nodes;
using Conformance.Matrix.Validation;

namespace Conformance.Matrix.UserInteractive;

/// <summary><c>m.login.email.identity</c>: the person shows that an address is theirs by following the link of a mail.</summary>
public sealed class EmailStage : IStageSolver
{
    /// <inheritdoc/>
    public string Stage => "m.login.email.identity";

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => context?.Target.Companions.Mailbox is not null && ThirdPartyStage.CanSolve(context, Medium.Email);

    /// <inheritdoc/>
    public async ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken) =>
        await ThirdPartyStage.AnswerAsync(Stage, Medium.Email, context, cancellationToken);
}
