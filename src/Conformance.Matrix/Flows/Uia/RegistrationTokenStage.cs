using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Uia;

/// <summary><c>m.login.registration_token</c>: the target's registration token (since v1.2, only on registration).</summary>
public sealed class RegistrationTokenStage : IStageSolver
{
    /// <inheritdoc/>
    public StageType Stage => StageType.RegistrationToken;

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => context?.Target.RegistrationToken is not null;

    /// <inheritdoc/>
    public ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ValueTask.FromResult(new JsonObject { ["type"] = Stage.Name, ["token"] = context.Target.RegistrationToken });
    }
}
