using Conformance.Matrix.Exchanges;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Uia;

/// <summary>Steps that complete a stage on the fallback page that the server has for it, as a browser would. The stages before it in its
/// flow are answered first.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="stages">What is known of stages.</param>
[Binding]
public sealed class PageSteps(Scene scene, StageChooser stages)
{
    /// <summary>With the caller's own credentials.</summary>
    [When("{caller} completes the stage {string} on its page")]
    public Task Completes(CallerPhrase caller, string stage) =>
        stages.WalkAsync(new StageType(stage), stages.Caller(caller), scene.Callers.Owner(caller), isWrong: false, mustSucceed: true);

    /// <summary>With another person's credentials.</summary>
    [When("{caller} completes the stage {string} on its page with {actor}'s credentials")]
    public Task CompletesAs(CallerPhrase caller, string stage, ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var other = scene.World.Actor(actor.Name);
        return stages.WalkAsync(new StageType(stage), stages.Caller(caller), other, isWrong: false, mustSucceed: false);
    }

    /// <summary>With a wrong answer.</summary>
    [When("{caller} answers the stage {string} wrongly on its page")]
    public Task CompletesWrongly(CallerPhrase caller, string stage) =>
        stages.WalkAsync(new StageType(stage), stages.Caller(caller), scene.Callers.Owner(caller), isWrong: true, mustSucceed: false);

    /// <summary>The first stage of a flow with more to come, whatever the server offers. Skips the scenario if the server offers no such
    /// flow that the suite can complete.</summary>
    [When("{caller} completes the first stage of a longer flow on its page")]
    public Task CompletesFirst(CallerPhrase caller)
    {
        var owner = scene.Callers.Owner(caller);
        return stages.WalkAsync(stages.FirstOfLonger(owner), stages.Caller(caller), owner, isWrong: false, mustSucceed: true);
    }

    /// <summary>The page ended by telling the client that the stage is done (<c>onAuthDone</c> or <c>authDone</c>).</summary>
    [Then("the page says that the stage is done")]
    public void IsDone()
    {
        if (stages.Page is not { IsDone: true })
            throw scene.Violation("the fallback page performs the stage and then calls window.onAuthDone",
                stages.Page?.Told("the last page has no such call") ?? "no page was opened", stages.Page?.Last);
    }
}
