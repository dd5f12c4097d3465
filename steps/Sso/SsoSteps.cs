using System.Text.Json;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Sso;

/// <summary>Steps about single sign-on, at a provider that the suite runs. A person whom the provider does not know yet gets an account
/// there.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class SsoSteps(Scene scene, CallMaker calls)
{
    /// <summary>The person logs in by single sign-on, as a browser and a client do it together.</summary>
    [Given("{actor} logs in by single sign-on on {string}")]
    [When("{actor} logs in by single sign-on on {string}")]
    public Task LogsIn(ActorPhrase actor, string device)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scene.AuthenticateAsync(() =>
            scene.World.Browser.LogInBySsoAsync(scene.World.Actor(actor.Name), scene.FillIn(device), scene.Role, scene.Cancellation));
    }

    /// <summary>The browser's part alone: from the homeserver to the provider and back to this URL of a client, which is then
    /// <c>{returned_url}</c>, and its login token <c>{login_token}</c>.</summary>
    [When("{actor} passes single sign-on and returns to {string}")]
    public async Task Passes(ActorPhrase actor, string url)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var (walk, token) = await scene.AuthenticateAsync(
            () => scene.World.Browser.PassSsoAsync(scene.World.Actor(actor.Name), scene.FillIn(url), scene.Role, scene.Cancellation));
        if (walk.ReturnedTo is not { } returned)
            throw scene.Violation($"single sign-on leads back to {url}", walk.Told("it ends on a page"), walk.Last);
        scene.World.Memory["returned_url"] = returned.OriginalString;
        scene.World.Memory["login_token"] = token
            ?? throw scene.Violation($"single sign-on leads back to {url} with a loginToken", "no loginToken", walk.Last);
        if (ReturnedUrl.Flaw(scene.FillIn(url), returned) is { } flaw)
            throw scene.Violation(
                $"single sign-on leads back to {url}, with its parameters kept and one loginToken added", flaw, walk.Last);
    }

    /// <summary>The login flows list identity providers; the first one's id is <c>{provider}</c>. Skips the scenario if they list
    /// none.</summary>
    [Given("the server lists identity providers")]
    public async Task ListsProviders()
    {
        var ids = BodyPath.Parse("flows[*].identity_providers?[*].id", scene.FillIn).Select(await LoginFlowsAsync());
        if (ids is not [var (_, first), ..] || first.Text() is not { } id)
            throw new ScenarioSkippedException($"{scene.Unmet(Need.SpecialConfiguration)}: the login flows list no identity provider");
        scene.World.Memory["provider"] = id;
    }

    /// <summary>The login flows list a type. Skips the scenario if they do not.</summary>
    /// <param name="type">The type.</param>
    [Given("the server lists the login type {string}")]
    public async Task ListsLoginType(string type)
    {
        var types = BodyPath.Parse("flows[*].type?", scene.FillIn).Select(await LoginFlowsAsync());
        if (!types.Any(found => found.Value.Text() == type))
            throw new ScenarioSkippedException($"{scene.Unmet(Need.SpecialConfiguration)}: the login flows do not list {type}");
    }

    private async Task<JsonElement> LoginFlowsAsync()
    {
        var call = calls.Call(CallerPhrase.Somebody, new OperationPhrase(Operations.GetLoginFlows));
        var exchange = await calls.MakeAsync(CallerPhrase.Somebody, call);
        return exchange.Response?.Json ?? throw scene.Violation("a JSON body", exchange.Outcome, exchange);
    }
}
