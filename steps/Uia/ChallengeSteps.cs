using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Uia;

/// <summary>Steps that look at the challenge of user-interactive authentication.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="stages">What is known of stages.</param>
[Binding]
public sealed class ChallengeSteps(Scene scene, StageChooser stages)
{
    /// <summary>A 401 whose body has the array <c>flows</c>.</summary>
    [Then("the response is a UIA challenge")]
    public void IsChallenge()
    {
        if (!scene.Refusal.IsMissing && UiaChallenge.Read(scene.World.Last.Response) is null)
            scene.Refusal.GoOnWithout(scene.Record, NoChallenge);
    }

    /// <summary>A challenge with the same flows, parameters and session as the one that began the session.</summary>
    [Then("the response is the same UIA challenge")]
    public void IsSameChallenge()
    {
        IsChallenge();
        if (scene.Refusal.IsMissing)
            return;
        var (first, now) = (stages.Attempt.First, Challenge());
        if (!now.Flows.Select(Key).Order(StringComparer.Ordinal)
            .SequenceEqual(first.Flows.Select(Key).Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw scene.Violation($"the same flows as before: {first.DescribeFlows()}", now.DescribeFlows(), scene.World.Last);
        if (now.Session != first.Session)
            throw scene.Violation("the same session as before", now.Session is null ? "no session" : "another session", scene.World.Last);
        if (!Same(first.Params, now.Params))
            throw scene.Violation("the same params as before", now.Params is null ? "no params" : "other params", scene.World.Last);

        static string Key(IReadOnlyList<StageType> flow) => string.Join(' ', flow);
    }

    /// <summary>Exactly the stage answered last is in <c>completed</c>, beside the stages before it in its flow.</summary>
    [Then("just that stage is completed")]
    public void JustThatStage()
    {
        if (scene.Refusal.IsMissing)
            return;
        if (!Completed.ToHashSet().SetEquals([.. stages.Before, stages.Last]))
            throw scene.Violation($"completed: {Join([.. stages.Before, stages.Last])}", Join(Completed), scene.World.Last);
    }

    /// <summary>No stage is in <c>completed</c>, but for the stages before it in its flow.</summary>
    [Then("no stage is completed")]
    public void NoStage()
    {
        if (scene.Refusal.IsMissing)
            return;
        if (!Completed.ToHashSet().IsSubsetOf(stages.Before))
            throw scene.Violation($"completed: {Join([.. stages.Before])}", Join(Completed), scene.World.Last);
    }

    /// <summary>The stage was the last one, and the response is 200; or it is a challenge whose <c>completed</c> has the stage.</summary>
    [Then("the stage {string} is completed")]
    public void IsCompleted(string stage)
    {
        if (scene.World.Last.Response is not { Status: 200 } && !Completed.Contains(new StageType(stage)))
            throw scene.Violation($"200, or a challenge with {stage} in completed", Outcome(), scene.World.Last);
    }

    /// <summary>The challenge offers at least one flow.</summary>
    [Then("at least one flow is offered")]
    public void OffersFlow()
    {
        if (scene.Refusal.IsMissing)
            return;
        if (Challenge().Flows.Count == 0)
            throw scene.Violation("at least one flow", "no flow", scene.World.Last);
    }

    /// <summary>No flow of the challenge has this stage.</summary>
    [Then("no flow has the stage {string}")]
    public void NoFlowHas(string stage)
    {
        if (scene.Refusal.IsMissing)
            return;
        if (Challenge().Flows.Any(flow => flow.Contains(new StageType(stage))))
            throw scene.Violation($"no flow with the stage {stage}", Challenge().DescribeFlows(), scene.World.Last);
    }

    /// <summary>No flow of the challenge consists of this stage alone.</summary>
    [Then("no flow offered is only {string}")]
    public void NoFlowIsOnly(string stage)
    {
        if (scene.Refusal.IsMissing)
            return;
        if (Challenge().Flows.Any(flow => flow is [var only] && only.Name == stage))
            throw scene.Violation($"no flow of {stage} alone", Challenge().DescribeFlows(), scene.World.Last);
    }

    private UiaChallenge Challenge() =>
        UiaChallenge.Read(scene.World.Last.Response) ?? throw scene.Violations([NoChallenge]);

    private Violation NoChallenge => new("a UIA challenge: 401 with the array flows", scene.World.Last.Outcome, scene.World.Last);

    private IReadOnlyList<StageType> Completed => UiaChallenge.Read(scene.World.Last.Response)?.Completed ?? [];

    private string Outcome() => UiaChallenge.Read(scene.World.Last.Response) is { ErrorCode: null }
        ? $"a challenge with {Join(Completed)} completed"
        : scene.World.Last.Outcome;

    // An absent object and an empty one say the same.
    private static bool Same(JsonElement? first, JsonElement? second) =>
        IsEmpty(first) ? IsEmpty(second) : second is { } value && JsonElement.DeepEquals(first!.Value, value);

    private static bool IsEmpty(JsonElement? value) => value?.Members().Any() != true;

    private static string Join(IReadOnlyList<StageType> completed) => completed.Count == 0 ? "nothing" : string.Join(", ", completed);
}
