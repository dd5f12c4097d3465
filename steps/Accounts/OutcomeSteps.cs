using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>Steps that look at whether an account or a session has come about.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class OutcomeSteps(Scene scene)
{
    private static readonly CallerPhrase Somebody = new(CallerKind.Anonymous, null, null);

    /// <summary>Nobody has the user name: <c>checkUsernameAvailability</c> gives 200.</summary>
    [Then("the user name {string} is free")]
    public async Task IsFree(string name)
    {
        var exchange = await scene.World.CallAsync(
            scene.Call(Somebody, scene.OperationOf(Operations.CheckUsername), new JsonObject { ["username"] = scene.FillIn(name) }),
            Caller.Anonymous,
            scene.Role,
            scene.Cancellation);
        if (exchange.Response is not { Status: 200 })
            throw scene.Violation("the user name is still free", exchange.Outcome, exchange);
    }

    /// <summary>The last response gave no access token, or one that is not accepted.</summary>
    [Then("no session has begun")]
    public async Task NoSession()
    {
        if (scene.World.Last.Response is not { Status: 200 } response || response.Json?.Text("access_token") is not { } token)
            return;
        var exchange = await scene.World.CallAsync(
            scene.Call(Somebody, scene.OperationOf(Operations.GetTokenOwner), []),
            new Caller("the new session", token),
            scene.Role,
            scene.Cancellation);
        if (exchange.Response is { Status: 200 })
            throw scene.Violation("no session has begun", "the access token given is accepted", exchange);
    }
}
