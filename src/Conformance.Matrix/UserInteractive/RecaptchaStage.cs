using System.Text.Json.Nodes;

namespace Conformance.Matrix.UserInteractive;

/// <summary><c>m.login.recaptcha</c>: a captcha that is solved at the suite's own verifier.</summary>
public sealed class RecaptchaStage : IStageSolver
{
    /// <inheritdoc/>
    public string Stage => "m.login.recaptcha";

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => context?.Target.Companions.Captcha is not null;

    /// <inheritdoc/>
    public ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        var captcha = context.Target.Companions.Captcha ?? throw new ArgumentException("The captcha stage needs a captcha verifier.", nameof(context));
        return ValueTask.FromResult(new JsonObject { ["type"] = Stage, ["response"] = captcha.Solve() });
    }
}
