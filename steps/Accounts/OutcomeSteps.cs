using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Conformance.Steps.Tokens;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>Steps that look at whether an account or a session has come about.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="logins">Logs people in.</param>
/// <param name="owners">Asks whose tokens are.</param>
[Binding]
public sealed class OutcomeSteps(Scene scene, Logins logins, TokenOwners owners)
{
    /// <summary>Nobody has the user name: <c>checkUsernameAvailability</c> does not refuse it. An answer that says nothing of the name,
    /// such as that of a server with too many requests, is no violation.</summary>
    [Then("the user name {string} is free")]
    public async Task IsFree(string name)
    {
        var exchange = await scene.World.CallAsync(
            scene.Call(
                CallerPhrase.Somebody,
                scene.OperationOf(Operations.CheckUsername),
                new JsonObject { ["username"] = scene.FillIn(name) }),
            Caller.Anonymous,
            scene.Role,
            scene.Cancellation);
        if (exchange.Response is { Status: 400 }
            || (exchange.Response is { Status: 200, Json: { } body } && body.Member("available") is { ValueKind: JsonValueKind.False }))
        {
            throw scene.Violation("the user name is still free", exchange.Outcome, exchange);
        }
    }

    /// <summary>A login with the person's user id and this password begins no session.</summary>
    [Then("{actor} cannot log in with the password {string}")]
    public async Task CannotLogIn(ActorPhrase actor, string password)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var exchange = await logins.CallAsync(Logins.Password(scene.World.Actor(actor.Name), scene.FillIn(password)));
        if (exchange.Response is { Status: 200 })
            throw scene.Violation($"{actor.Name} cannot log in with that password", exchange.Outcome, exchange);
    }

    /// <summary>The last response gave no access token, or one that is not accepted.</summary>
    [Then("no session has begun")]
    public async Task NoSession()
    {
        if (scene.World.Last.Response is not { Status: 200 } response || response.Json?.Text("access_token") is not { } token)
            return;
        var exchange = await owners.AskAsync(new Caller("the new session", token));
        if (exchange.Response is { Status: 200 })
            throw scene.Violation("no session has begun", "the access token given is accepted", exchange);
    }
}
