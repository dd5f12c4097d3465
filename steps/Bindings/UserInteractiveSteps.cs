using System.Text.Json.Nodes;
using Conformance.Matrix.Exchanges;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Bindings;

/// <summary>Steps that answer the challenge of user-interactive authentication by hand. Each repeats the call that was challenged.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="stages">What is known of stages.</param>
[Binding]
public sealed class UserInteractiveSteps(Scene scene, StageChooser stages)
{
    /// <summary>Answers one stage with proper credentials, in the session of the last challenge.</summary>
    [When("{caller} answers the stage {string}")]
    public Task Answers(CallerPhrase caller, string stage) => Answer(caller, new StageType(stage), MannerPhrase.Proper);

    /// <summary>
    /// Answers one stage <c>with a wrong password</c> or <c>with a wrong answer</c>, <c>without an answer</c>, <c>as Bob</c> (another person's credentials) or
    /// <c>without the session</c>.
    /// </summary>
    [When("{caller} answers the stage {string} {manner}")]
    public Task AnswersInManner(CallerPhrase caller, string stage, MannerPhrase manner) => Answer(caller, new StageType(stage), manner);

    /// <summary>Makes another call in the session of the last challenge, with a proper answer to one stage.</summary>
    [When("{caller} calls {call} and answers the stage {string} in that session")]
    public async Task CallsInThatSession(CallerPhrase caller, CallPhrase call, string stage)
    {
        var auth = await stages.AnswerAsync(new StageType(stage), scene.Owner(caller));
        auth["session"] = stages.Attempt.Session;
        await scene.World.CallAsync(scene.Call(caller, call) with { Auth = auth }, scene.Caller(caller), scene.Role, scene.Cancellation);
    }

    /// <summary>Asks how far the session is: <c>auth</c> with nothing but the session.</summary>
    [When("{caller} polls the session")]
    public Task Polls(CallerPhrase caller) => Repeat(caller, []);

    /// <summary>Answers a stage of a type that no offered flow has.</summary>
    [When("{caller} answers a stage that no flow has")]
    public Task AnswersForeignStage(CallerPhrase caller) => Repeat(caller, new JsonObject { ["type"] = stages.Foreign().Name });

    /// <summary>Completes the first stage of a flow with more stages to come; skipped where none is offered that the suite can complete.</summary>
    [When("{caller} answers the first stage of a longer flow")]
    public Task AnswersFirstStage(CallerPhrase caller) => Answer(caller, stages.FirstOfLonger(scene.Owner(caller)), MannerPhrase.Proper);

    /// <summary>Answers, properly, a stage which no offered flow has as its next.</summary>
    [When("{caller} answers a stage out of order")]
    public Task AnswersOutOfOrder(CallerPhrase caller) => Answer(caller, stages.OutOfOrder(scene.Owner(caller)), MannerPhrase.Proper);

    /// <summary>Answers once more the stage answered last.</summary>
    [When("{caller} answers that stage again")]
    public Task AnswersAgain(CallerPhrase caller) => Answer(caller, stages.Last, MannerPhrase.Proper);

    /// <summary>Completes what is left of a flow, stage by stage.</summary>
    [When("{caller} completes a flow")]
    public Task CompletesFlow(CallerPhrase caller)
    {
        stages.MustBeChallenged();
        return scene.AuthenticateAsync(() => scene.World.Uia.CompleteAsync(scene.Caller(caller), scene.Owner(caller), scene.Role, scene.Cancellation));
    }

    /// <summary>Begins the operation once for each flow offered, and completes that flow.</summary>
    [When("{caller} completes each flow of {call} in a session of its own")]
    public async Task CompletesEachFlow(CallerPhrase caller, CallPhrase call) =>
        scene.Several = await scene.AuthenticateAsync(() =>
            scene.World.Uia.CompleteEachFlowAsync(scene.Call(caller, call), scene.Caller(caller), scene.Owner(caller), scene.Role, scene.Cancellation));

    /// <summary>The fallback page ended by telling the client that the stage is done (<c>onAuthDone</c> or <c>authDone</c>).</summary>
    [Then("the fallback page says that the stage is done")]
    public void FallbackPageIsDone()
    {
        if (stages.Page is not { IsDone: true })
            throw scene.Violation("the fallback page performs the stage and then calls window.onAuthDone", stages.Page?.Failure ?? "the last page has no such call", null);
    }

    private async Task Answer(CallerPhrase caller, StageType stage, MannerPhrase manner)
    {
        var owner = manner.As is null ? scene.Owner(caller) : scene.World.Actor(manner.As);
        var auth = await stages.AnswerAsync(stage, owner);
        if (manner.IsWrong)
            StageChooser.Spoil(auth);
        if (manner.IsEmpty)
            StageChooser.Empty(auth);
        await Repeat(caller, auth, withSession: !manner.WithoutSession);
    }

    private Task<Exchange> Repeat(CallerPhrase caller, JsonObject auth, bool withSession = true)
    {
        stages.MustBeChallenged();
        if (!withSession)
            auth["session"] = null;
        return scene.World.Uia.AnswerAsync(auth, scene.Caller(caller), scene.Role, scene.Cancellation);
    }
}
