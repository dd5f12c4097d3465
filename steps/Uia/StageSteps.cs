using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Exchanges;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Uia;

/// <summary>
/// Steps that answer one stage of user-interactive authentication. Each repeats the call that was challenged, in the session of its
/// challenge; a call that was not
/// challenged is a violation. A person named without a device answers on the device of the call.
/// </summary>
/// <param name="scene">The scenario.</param>
/// <param name="stages">What is known of stages.</param>
/// <param name="arguments">Reads arguments.</param>
[Binding]
public sealed class StageSteps(Scene scene, StageChooser stages, Arguments arguments)
{
    /// <summary>With the caller's own credentials.</summary>
    [When("{caller} answers the stage {string}")]
    public async Task Answers(CallerPhrase caller, string stage) =>
        await RepeatAsync(caller, await AnswerAsync(caller, stage, scene.Callers.Owner(caller)));

    /// <summary>With these members of <c>auth</c>; <c>type</c> and <c>session</c> are added.</summary>
    [When("{caller} answers the stage {string} with:")]
    public async Task AnswersWith(CallerPhrase caller, string stage, DataTable table)
    {
        await ApproachAsync(caller, stage, scene.Callers.Owner(caller));
        var auth = arguments.Of(table);
        auth.TryAdd("type", stage);
        await RepeatAsync(caller, auth);
    }

    /// <summary>With a wrong password, token, captcha response or client secret.</summary>
    [When("{caller} answers the stage {string} wrongly")]
    public async Task AnswersWrongly(CallerPhrase caller, string stage)
    {
        var auth = await AnswerAsync(caller, stage, scene.Callers.Owner(caller));
        StageChooser.Spoil(auth);
        await RepeatAsync(caller, auth);
    }

    /// <summary>Without password, token, captcha response or client secret.</summary>
    [When("{caller} answers the stage {string} without credentials")]
    public async Task AnswersWithoutCredentials(CallerPhrase caller, string stage)
    {
        var auth = await AnswerAsync(caller, stage, scene.Callers.Owner(caller));
        StageChooser.Empty(auth);
        await RepeatAsync(caller, auth);
    }

    /// <summary>With another person's credentials.</summary>
    [When("{caller} answers the stage {string} with {actor}'s credentials")]
    public async Task AnswersAs(CallerPhrase caller, string stage, ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await RepeatAsync(caller, await AnswerAsync(caller, stage, scene.World.Actor(actor.Name)));
    }

    /// <summary>Without passing the session back.</summary>
    [When("{caller} answers the stage {string} without the session")]
    public async Task AnswersWithoutSession(CallerPhrase caller, string stage)
    {
        var auth = await AnswerAsync(caller, stage, scene.Callers.Owner(caller));
        auth["session"] = null;
        await RepeatAsync(caller, auth);
    }

    /// <summary>Asks how far the session is: <c>auth</c> has only the session.</summary>
    [When("{caller} polls the session")]
    public Task Polls(CallerPhrase caller) => RepeatAsync(caller, []);

    /// <summary>Answers a stage of a type that no offered flow has.</summary>
    [When("{caller} answers a stage that no flow has")]
    public Task AnswersForeignStage(CallerPhrase caller) => RepeatAsync(caller, new JsonObject { ["type"] = stages.Foreign().Name });

    /// <summary>Answers the first stage of a flow with more stages to come. Skips the scenario if the server offers no such flow that the
    /// suite can complete.</summary>
    [When("{caller} answers the first stage of a longer flow")]
    public async Task AnswersFirstStage(CallerPhrase caller)
    {
        var owner = scene.Callers.Owner(caller);
        await RepeatAsync(caller, await stages.AnswerAsync(stages.FirstOfLonger(owner), owner));
    }

    /// <summary>Answers correctly a stage of a longer flow that is not the first of any flow.</summary>
    [When("{caller} answers a stage out of order")]
    public async Task AnswersOutOfOrder(CallerPhrase caller)
    {
        var owner = scene.Callers.Owner(caller);
        await RepeatAsync(caller, await stages.AnswerAsync(stages.OutOfOrder(owner), owner));
    }

    /// <summary>Answers the last stage once more.</summary>
    [When("{caller} answers that stage again")]
    public async Task AnswersAgain(CallerPhrase caller) =>
        await RepeatAsync(caller, await stages.AnswerAsync(stages.Last, scene.Callers.Owner(caller)));

    private Task ApproachAsync(CallerPhrase caller, string stage, Actor? owner)
    {
        stages.MustBeChallenged();
        return stages.ApproachAsync(new StageType(stage), stages.Caller(caller), owner);
    }

    private async Task<JsonObject> AnswerAsync(CallerPhrase caller, string stage, Actor? owner)
    {
        await ApproachAsync(caller, stage, owner);
        return await stages.AnswerAsync(new StageType(stage), owner);
    }

    private Task<Exchange> RepeatAsync(CallerPhrase caller, JsonObject auth)
    {
        stages.MustBeChallenged();
        return scene.World.Uia.AnswerAsync(auth, stages.Caller(caller), scene.Role, scene.Cancellation);
    }
}
