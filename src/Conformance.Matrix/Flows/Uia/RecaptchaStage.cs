using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;

namespace Conformance.Matrix.Flows.Uia;

/// <summary><c>m.login.recaptcha</c>: a captcha that is solved at the suite's own verifier.</summary>
public sealed class RecaptchaStage : IStageSolver
{
    /// <inheritdoc/>
    public StageType Stage => StageType.Recaptcha;

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => context?.Target.Companions.Captcha is not null;

    /// <inheritdoc/>
    public ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var captcha = context.Target.Companions.Captcha
            ?? throw new ArgumentException("The captcha stage needs a captcha verifier.", nameof(context));
        return ValueTask.FromResult(new JsonObject { ["type"] = Stage.Name, ["response"] = captcha.Solve() });
    }
}
