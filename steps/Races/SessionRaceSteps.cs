using System.Security.Cryptography;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Steps.Keys;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Races;

/// <summary>Steps in which a session is begun, renewed, used or ended by two requests at the same time. Each try has a session of its
/// own.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="race">Makes the tries.</param>
[Binding]
public sealed class SessionRaceSteps(Scene scene, Race race)
{
    /// <summary>In each try another person, and one login token of theirs.</summary>
    [When("two clients log in with the same login token at the same time, ten times")]
    public Task LogIn() => race.RunAsync(async number =>
    {
        var (owner, caller) = await NewAsync(number);
        var given = await scene.World.Uia.CallAsync(
            race.Call(Operations.GenerateLoginToken), caller, owner, ExchangeRole.SetUp, scene.Cancellation);
        var token = given.Response?.Json?.Text("login_token") ?? throw new ViolationException(
            new Violation($"set-up: {Operations.GenerateLoginToken} gives a login_token", given.Outcome, given));
        var login = race.Call(Operations.LogIn, ("type", LoginTypes.Token), ("token", token));
        return new RaceTry(number, await race.SendAsync(number, (login, Caller.Anonymous), (login, Caller.Anonymous)));
    });

    /// <summary>In each try another person: the request that completes the flow of <c>generateLoginToken</c> is sent twice in its session,
    /// at the same time. A server may limit how often it is called.</summary>
    [When("a request for a login token is completed twice in its session at the same time, ten times")]
    public Task LoginTokenRequestIsCompletedTwice() => race.RunAsync(async number =>
    {
        var (owner, caller) = await NewAsync(number);
        var held = await scene.World.Uia.HoldAsync(
            race.Call(Operations.GenerateLoginToken), null, caller, owner, scene.Role, scene.Cancellation);
        var request = Race.RequestOf(held) with { ObeyRateLimit = false };
        return new RaceTry(number, await race.SendAsync(number, (request, caller), (request, caller)));
    });

    /// <summary>In each try the refresh token of another session of the person is used twice.</summary>
    [When("a session of {actor} is refreshed twice at the same time, ten times")]
    public Task RefreshedTwice(ActorPhrase actor) => race.RunAsync(async number =>
    {
        var session = await BeginAsync(actor, withRefreshToken: true);
        var refresh = RefreshOf(session);
        return new RaceTry(number, await race.SendAsync(number, (refresh, Caller.Anonymous), (refresh, Caller.Anonymous)))
        {
            Session = session,
        };
    });

    /// <summary>In each try another session of the person is logged out and refreshed.</summary>
    [When("a session of {actor} is logged out and refreshed at the same time, ten times")]
    public Task LoggedOutAndRefreshed(ActorPhrase actor) => race.RunAsync(async number =>
    {
        var session = await BeginAsync(actor, withRefreshToken: true);
        var exchanges = await race.SendAsync(
            number,
            (race.Call(Operations.LogOut), Caller.Of(First(actor).Owner, session)),
            (RefreshOf(session), Caller.Anonymous));
        return new RaceTry(number, exchanges) { Session = session };
    });

    /// <summary>In each try another device of the person: her first session deletes it, and the device calls the operation, with the
    /// arguments that it takes: its own refresh token, or its device keys.</summary>
    [When("a device of {actor} is deleted and calls {operation} at the same time, ten times")]
    public Task DeletedAndUsed(ActorPhrase actor, OperationPhrase operation) => race.RunAsync(async number =>
    {
        ArgumentNullException.ThrowIfNull(operation);
        var (owner, caller) = First(actor);
        var session = await BeginAsync(actor, withRefreshToken: operation.Id == Operations.Refresh);
        var held = await scene.World.Uia.HoldAsync(
            race.Call(Operations.DeleteDevice, ("deviceId", session.DeviceId)), null, caller, owner, scene.Role, scene.Cancellation);
        var use = operation.Id switch
        {
            Operations.Refresh => RefreshOf(session),
            Operations.UploadKeys => race.Call(
                Operations.UploadKeys, ("device_keys", KeyObjects.OfDevice(session.UserId, session.DeviceId))),
            _ => race.Call(operation.Id),
        };
        var by = operation.Id == Operations.Refresh ? Caller.Anonymous : Caller.Of(owner, session);
        return new RaceTry(number, await race.SendAsync(number, (Race.RequestOf(held), caller), (use, by))) { Session = session };
    });

    private (Actor Owner, Caller Caller) First(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return (scene.World.Actor(actor.Name), scene.Callers.Of(new CallerPhrase(CallerKind.Person, actor.Name, null)));
    }

    private async Task<(Actor Owner, Caller Caller)> NewAsync(int number)
    {
        var owner = scene.World.Actor(FormattableString.Invariant($"Person{number}"));
        var session = await scene.World.Accounts.RegisterAsync(owner, null, refreshToken: false, scene.Cancellation);
        return (owner, Caller.Of(owner, session));
    }

    // A session that is not among the person's: what the race does to it changes nothing of what is known of it here.
    private async Task<Session> BeginAsync(ActorPhrase actor, bool withRefreshToken)
    {
        var owner = First(actor).Owner;
        var session = await scene.World.Accounts.LogInAsync(
            owner, RandomNumberGenerator.GetHexString(10), null, withRefreshToken, scene.Cancellation);
        owner.Sessions.Remove(session.DeviceId);
        return session;
    }

    private OperationCall RefreshOf(Session session) => race.Call(Operations.Refresh, ("refresh_token", session.RefreshToken
        ?? throw new ScenarioSkippedException($"{scene.Unmet(Need.RefreshTokens)}: the server gave this session none")));
}
