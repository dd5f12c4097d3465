using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Uia;

/// <summary>Steps that begin user-interactive authentication, or complete whole flows of it.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="stages">What is known of stages.</param>
/// <param name="calls">Makes calls.</param>
/// <param name="arguments">Reads arguments.</param>
[Binding]
public sealed class FlowSteps(Scene scene, StageChooser stages, CallMaker calls, Arguments arguments)
{
    private static readonly OperationPhrase Register = new(Operations.Register);

    /// <summary>Calls <c>register</c> without <c>auth</c>, with the user name <c>{fresh.username}</c> and the password
    /// <c>{fresh.password}</c>.</summary>
    [When("{caller} begins a registration")]
    public Task BeginsRegistration(CallerPhrase caller) => calls.MakeAsync(caller, calls.Call(
        caller,
        Register,
        arguments.Of("username", new ValuePhrase("\"{fresh.username}\"")),
        arguments.Of("password", new ValuePhrase("\"{fresh.password}\""))));

    /// <summary>Completes what is left of a flow, stage by stage.</summary>
    [When("{caller} completes a flow")]
    public Task CompletesFlow(CallerPhrase caller)
    {
        stages.MustBeChallenged();
        return scene.AuthenticateAsync(() =>
            scene.World.Uia.CompleteAsync(stages.Caller(caller), scene.Callers.Owner(caller), scene.Role, scene.Cancellation));
    }

    /// <summary>Completes what is left of a flow with a person's credentials, for a call that has no access token.</summary>
    [When("{caller} completes a flow with {actor}'s credentials")]
    public Task CompletesFlowAs(CallerPhrase caller, ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        stages.MustBeChallenged();
        return scene.AuthenticateAsync(() =>
            scene.World.Uia.CompleteAsync(stages.Caller(caller), scene.World.Actor(actor.Name), scene.Role, scene.Cancellation));
    }

    /// <summary>Begins the operation once for each flow offered, each time in a session of its own, and completes that flow.</summary>
    [When("{caller} completes each flow of {operation}")]
    public Task CompletesEachFlow(CallerPhrase caller, OperationPhrase operation) => CompleteAsync(caller, operation, null);

    /// <summary>The same for the flows that have this stage. Skips the scenario where the server offers none that the suite can
    /// complete.</summary>
    [When("{caller} completes each flow of {operation} with the stage {string}")]
    public Task CompletesEachFlowWith(CallerPhrase caller, OperationPhrase operation, string stage) =>
        CompleteAsync(caller, operation, new StageType(stage));

    private async Task CompleteAsync(CallerPhrase caller, OperationPhrase operation, StageType? with)
    {
        var (call, client, owner) = (calls.Call(caller, operation), scene.Callers.Of(caller), scene.Callers.Owner(caller));
        var outcomes = await scene.AuthenticateAsync(() =>
            scene.World.Uia.CompleteEachFlowAsync(call, with, client, owner, scene.Role, scene.Cancellation));
        var flows = new Comparison("flows");
        foreach (var (outcome, violation) in outcomes.Select(outcome => (outcome, outcome.Violation)))
        {
            flows.Add(violation is not null, violation?.Expected ?? "", () =>
                new Deviation(outcome.Name, violation!.Actual, violation.Exchange));
        }

        scene.MustHold(flows);
        scene.Several = [.. outcomes.Select(outcome => new Variant(outcome.Name, outcome.Exchange!))];
    }
}
