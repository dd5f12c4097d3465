using Conformance.Matrix.Exchanges;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Conformance.Steps.Uia;
using Reqnroll;

namespace Conformance.Steps.Bindings;

/// <summary>The forms of chapters that are still written in the earlier language.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="stages">What is known of stages.</param>
[Binding]
public sealed class EarlierSteps(Scene scene, StageChooser stages)
{
    private const string FirstStage = "{first}";

    /// <summary>Calls an operation with arguments in one phrase.</summary>
    [Given("{caller} calls: {call}")]
    [When("{caller} calls: {call}")]
    public Task Calls(CallerPhrase caller, CallPhrase call) => scene.MakeAsync(caller, call);

    /// <summary>Calls an operation with arguments in one phrase, and a body.</summary>
    [Given("{caller} calls: {call}, with the body:")]
    [When("{caller} calls: {call}, with the body:")]
    public Task CallsWithBody(CallerPhrase caller, CallPhrase call, string body) => scene.MakeAsync(caller, call, body);

    /// <summary>Answers a stage in another manner than properly.</summary>
    [When("{caller} answers the stage {string} {manner}")]
    public async Task AnswersInManner(CallerPhrase caller, string stage, MannerPhrase manner)
    {
        ArgumentNullException.ThrowIfNull(manner);
        var auth = await stages.AnswerAsync(new StageType(stage), manner.As is null ? scene.Owner(caller) : scene.World.Actor(manner.As));
        if (manner.IsWrong)
            StageChooser.Spoil(auth);
        if (manner.IsEmpty)
            StageChooser.Empty(auth);
        await scene.World.Uia.AnswerAsync(auth, stages.Caller(caller), scene.Role, scene.Cancellation);
    }

    /// <summary>Makes another call in the session of the last challenge.</summary>
    [When("{caller} calls: {call} and answers the stage {string} in that session")]
    public async Task CallsInThatSession(CallerPhrase caller, CallPhrase call, string stage)
    {
        var auth = await stages.AnswerAsync(new StageType(stage), scene.Owner(caller));
        auth["session"] = stages.Attempt.Session;
        await scene.World.CallAsync(scene.Call(caller, call) with { Auth = auth }, scene.Caller(caller), scene.Role, scene.Cancellation);
    }

    /// <summary>Begins the operation once for each flow offered, and completes that flow.</summary>
    [When("{caller} completes each flow of {call} in a session of its own")]
    public async Task CompletesEachFlow(CallerPhrase caller, CallPhrase call) =>
        scene.Several = await scene.AuthenticateAsync(() =>
            scene.World.Uia.CompleteEachFlowAsync(scene.Call(caller, call), scene.Caller(caller), scene.Owner(caller), scene.Role, scene.Cancellation));

    /// <summary>Completes a stage on the server's page for it.</summary>
    [When("{caller} completes the stage {string} on {page}")]
    public Task CompletesOnFallbackPage(CallerPhrase caller, string stage, PagePhrase page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var owner = page.Manner.As is { } other ? scene.World.Actor(other) : scene.Owner(caller);
        return stages.WalkAsync(stage == FirstStage ? stages.FirstOfLonger(owner) : new StageType(stage), stages.Caller(caller), owner, page.Manner.IsWrong);
    }

    /// <summary>The page ended by telling the client that the stage is done.</summary>
    [Then("the fallback page says that the stage is done")]
    public void FallbackPageIsDone()
    {
        if (stages.Page is not { IsDone: true })
            throw scene.Violation("the fallback page performs the stage and then calls window.onAuthDone", stages.Page?.Failure ?? "the last page has no such call", null);
    }
}
