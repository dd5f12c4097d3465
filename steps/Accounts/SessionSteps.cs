using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Conformance.Steps.Tokens;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>Steps about the life of sessions of every kind.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="owners">Asks whose tokens are.</param>
[Binding]
public sealed class SessionSteps(Scene scene, CallMaker calls, TokenOwners owners)
{
    private static readonly OperationPhrase Refresh = new(Operations.Refresh);

    /// <summary>The person has an account, and a session on this device that began in this way.</summary>
    [Given("{actor} has {session} on {string}")]
    public Task HasSession(ActorPhrase actor, SessionKind session, string device) => BeginAsync(actor, session, device, null);

    /// <summary>Like <c>has … on …</c>, with one more session, on the second device, which began in the simplest way that the account
    /// has.</summary>
    [Given("{actor} has {session} on {string} and another session on {string}")]
    public Task HasSessions(ActorPhrase actor, SessionKind session, string device, string other) =>
        BeginAsync(actor, session, device, scene.FillIn(other));

    /// <summary>Every access token that the session has had is refused with 401 M_UNKNOWN_TOKEN; the one in force both in the header and
    /// in the query, where a server that looks for none may say M_MISSING_TOKEN.</summary>
    [Then("{actor}'s session on {string} has ended")]
    public Task HasEnded(ActorPhrase actor, string device) => MustBeRefusedAsync(actor, device, "401 M_UNKNOWN_TOKEN", IsUnknown);

    /// <summary>Like <c>has ended</c>, and not with <c>soft_logout</c> true.</summary>
    [Then("{actor}'s session on {string} has ended for good")]
    public Task HasEndedForGood(ActorPhrase actor, string device) => MustBeRefusedAsync(
        actor,
        device,
        "401 M_UNKNOWN_TOKEN, without soft_logout or with false",
        response => IsUnknown(response)
            && response is { Json: { } body } && body.Member("soft_logout") is not { ValueKind: not JsonValueKind.False });

    /// <summary>Like <c>has ended</c>; since the account is over too, the error code may be M_USER_DEACTIVATED, with 401 or
    /// 403.</summary>
    [Then("{actor}'s session on {string} has ended with the account")]
    public Task HasEndedWithTheAccount(ActorPhrase actor, string device) => MustBeRefusedAsync(
        actor,
        device,
        "401 M_UNKNOWN_TOKEN or 401 M_USER_DEACTIVATED or 403 M_USER_DEACTIVATED",
        response => IsUnknown(response) || response is { Status: 401 or 403, ErrorCode: "M_USER_DEACTIVATED" });

    /// <summary>Every refresh token that the session has had is refused with a 4xx.</summary>
    [Then("{actor}'s refresh tokens on {string} are refused")]
    public async Task RefreshTokensAreRefused(ActorPhrase actor, string device)
    {
        var session = SessionOf(actor, device);
        var inForce = session.RefreshToken;
        var refreshes = new Comparison("refresh tokens");
        foreach (var token in session.RefreshTokens.OrderByDescending(token => token == inForce).ToList())
        {
            var exchange = await scene.World.CallAsync(
                calls.Call(CallerPhrase.Somebody, Refresh, new JsonObject { ["refresh_token"] = token }),
                scene.Callers.Of(CallerPhrase.Somebody), scene.Role, scene.Cancellation);
            refreshes.Add(
                exchange.Response is not { Status: >= 400 and < 500 },
                $"a refresh token of {actor.Name} on \"{device}\" is refused with 4xx",
                () => new Deviation(token == inForce ? "the one in force" : "an earlier one", exchange.Outcome, exchange));
        }

        scene.MustHold(refreshes);
    }

    /// <summary>The access token of the session is accepted.</summary>
    [Then("{actor}'s session on {string} goes on")]
    public async Task GoesOn(ActorPhrase actor, string device)
    {
        var exchange = await owners.AskAsync(Caller.Of(scene.World.Actor(actor.Name), SessionOf(actor, device)));
        if (exchange.Response is not { Status: 200 })
            throw scene.Violation($"the access token of {actor.Name} on \"{device}\" is accepted with 200", exchange.Outcome, exchange);
    }

    /// <summary>The access token of the session is not accepted: 401 or 403, whatever the error code.</summary>
    [Then("{actor}'s session on {string} is refused")]
    public async Task IsRefused(ActorPhrase actor, string device)
    {
        var exchange = await owners.AskAsync(Caller.Of(scene.World.Actor(actor.Name), SessionOf(actor, device)));
        if (exchange.Response is not { Status: 401 or 403 })
            throw scene.Violation($"the access token of {actor.Name} on \"{device}\" is refused", exchange.Outcome, exchange);
    }

    private static bool IsUnknown(RecordedResponse response) => response is { Status: 401, ErrorCode: "M_UNKNOWN_TOKEN" };

    // Whether a server takes tokens in the query at all is another requirement's question (TOK-08).
    private static bool IsNotLookedFor(RecordedResponse response) => response is { Status: 401, ErrorCode: "M_MISSING_TOKEN" };

    private async Task MustBeRefusedAsync(ActorPhrase actor, string device, string how, Func<RecordedResponse, bool> isRefused)
    {
        var session = SessionOf(actor, device);
        var caller = Caller.Of(scene.World.Actor(actor.Name), session);
        var tokens = new Comparison("access tokens");
        Add("in the header", await owners.AskAsync(caller), isRefused);
        Add("in the query", await owners.AskAsync(caller, inQuery: true), response => isRefused(response) || IsNotLookedFor(response));
        foreach (var earlier in session.AccessTokens.Where(token => token != session.AccessToken).ToList())
            Add("an earlier one", await owners.AskAsync(caller with { AccessToken = earlier }), isRefused);
        scene.MustHold(tokens);

        void Add(string name, Exchange exchange, Func<RecordedResponse, bool> isRefusedThere) => tokens.Add(
            exchange.Response is not { } response || !isRefusedThere(response),
            $"the access token of {actor.Name} on \"{device}\" is refused with {how}",
            () => new Deviation(name, exchange.Outcome, exchange));
    }

    private async Task BeginAsync(ActorPhrase actor, SessionKind session, string device, string? other)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await scene.AuthenticateAsync(async () =>
        {
            await scene.World.Sessions.BeginAsync(
                session, scene.World.Actor(actor.Name), scene.FillIn(device), other, scene.Cancellation);
            return true;
        });
    }

    private Session SessionOf(ActorPhrase actor, string device)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scene.World.Actor(actor.Name).Sessions.GetValueOrDefault(scene.FillIn(device))
            ?? throw new SuiteErrorException(
                $"the feature speaks of {actor.Name}'s session on \"{device}\", where {actor.Name} has not logged in",
                "log in on that device first.");
    }
}
