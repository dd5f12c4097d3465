using Conformance.Matrix.Calls;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Identifiers;

/// <summary>Steps about the identity server that the suite runs. <c>{identity_server}</c> is its name.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="validations">The validation at hand.</param>
[Binding]
public sealed class IdentityServerSteps(Scene scene, CallMaker calls, Validations validations)
{
    /// <summary>The person has validated <c>{Alice.email}</c> there, which makes it "that validation".</summary>
    [Given("{actor} has validated an email address at the identity server")]
    public void HasValidated(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        validations.AtIdentityServer(scene.FillIn($"{{{actor.Name}.identity_sid}}"), scene.FillIn($"{{{actor.Name}.identity_secret}}"));
    }

    /// <summary>The identity server knows nothing of the session that is then "that validation".</summary>
    [Given("{actor} has a validation that the identity server does not know")]
    public void HasUnknownValidation(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        validations.AtIdentityServer("made-up-id", scene.FillIn("{fresh.client_secret}"));
    }

    /// <summary>The person has validated <c>{Alice.email}</c> at the identity server and bound it there, with <c>bind3PID</c>.</summary>
    [Given("{actor} has bound an email address at the identity server")]
    public Task HasBound(ActorPhrase actor)
    {
        HasValidated(actor);
        var (caller, operation) = (new CallerPhrase(CallerKind.Person, actor.Name, null), new OperationPhrase(Operations.Bind3Pid));
        return calls.MakeAsync(caller, calls.Call(caller, operation, validations.Arguments(scene.OperationOf(operation.Id), actor.Name)));
    }

    /// <summary>The homeserver has asked it once, with success, to bind an identifier to this person.</summary>
    [Then("the identity server was asked once to bind an email address to {actor}")]
    public Task WasAskedToBind(ActorPhrase actor) => CallsAreOneAsync("/3pid/bind", "to bind an identifier to", actor);

    /// <summary>The homeserver has asked it once, with success and by a request that it signed, to unbind an identifier of this
    /// person.</summary>
    [Then("the identity server was asked once to unbind an email address of {actor}")]
    public Task WasAskedToUnbind(ActorPhrase actor) => CallsAreOneAsync("/3pid/unbind", "to unbind an identifier of", actor);

    /// <summary>The homeserver has not asked it, with success, to bind an identifier to this person.</summary>
    [Then("the identity server has bound no email address to {actor}")]
    public Task WasNotAskedToBind(ActorPhrase actor) => NoCallsAsync("/3pid/bind", "bound no email address to", actor);

    /// <summary>The homeserver has not asked it, with success, to unbind an identifier of this person.</summary>
    [Then("the identity server has unbound no email address of {actor}")]
    public Task WasNotAskedToUnbind(ActorPhrase actor) => NoCallsAsync("/3pid/unbind", "unbound no email address of", actor);

    private async Task NoCallsAsync(string path, string what, ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var name = scene.FillIn($"{{identity_server}}{path} for {{{actor.Name}.user_id}}");
        var count = await scene.AuthenticateAsync(() => scene.World.ThreePids.CountAsync(name, 0, scene.Cancellation));
        if (count > 0)
            throw scene.Violation($"the identity server has {what} {actor.Name}", $"{count} such requests were granted", null);
    }

    private async Task CallsAreOneAsync(string path, string what, ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var name = scene.FillIn($"{{identity_server}}{path} for {{{actor.Name}.user_id}}");
        var count = await scene.AuthenticateAsync(() => scene.World.ThreePids.CountAsync(name, 1, scene.Cancellation));
        var expected = $"the homeserver asks the identity server once {what} {actor.Name}";
        if (count < 1)
            throw scene.Missing(expected, "no such request was granted");
        if (count > 1)
            throw scene.Violation(expected, $"{count} such requests were granted", null);
    }
}
