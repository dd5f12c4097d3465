using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Flows.Sso;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Flows.Uia;

/// <summary><c>m.login.sso</c>: the owner logs in at the provider, by way of the stage's fallback page. There is nothing to submit
/// afterwards but the session.</summary>
public sealed class SsoStage : IStageSolver
{
    /// <inheritdoc/>
    public StageType Stage => StageType.Sso;

    /// <inheritdoc/>
    public bool CanSolve(StageContext context) => context is { Target.Companions.Sso: not null, Owner.SsoName: not null };

    /// <inheritdoc/>
    public async ValueTask<JsonObject> AnswerAsync(StageContext context, UiaChallenge challenge, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(challenge);
        if (context.Target.Companions.Sso is not { } provider || context.Owner?.SsoName is not { } name)
            throw new ArgumentException("The single sign-on stage needs a provider and an owner who is known there.", nameof(context));
        if (challenge.Session is not { } session)
            throw new ViolationException(new Violation($"the stage {Stage} comes with a session", "a challenge without session", null));
        var result = await context.RequiredClient.Walk().WalkStageAsync(Stage, session, SsoLogin.Fields(provider, name), cancellationToken);
        return result.IsDone
            ? []
            : throw new ViolationException(new Violation(
                $"the fallback page of {Stage} leads through the provider to a page that calls window.onAuthDone",
                result.Told("the last page has no such call"),
                result.Last)
            { IsOfSetUp = false });
    }
}
