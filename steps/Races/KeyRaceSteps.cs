using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Keys;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Races;

/// <summary>Steps in which two clients claim the same key at the same time.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="race">Makes the tries.</param>
[Binding]
public sealed class KeyRaceSteps(Scene scene, Race race)
{
    private string? _userId;
    private string? _device;

    /// <summary>In each try the device uploads one one-time key, and the two people claim it at the same time.</summary>
    [When("{actor} and {actor} claim the only key of {actor}'s device {string} at the same time, ten times")]
    public Task Claim(ActorPhrase one, ActorPhrase other, ActorPhrase owner, string device)
    {
        ArgumentNullException.ThrowIfNull(owner);
        var (userId, deviceId) = (scene.Callers.UserId(owner), scene.FillIn(device));
        (_userId, _device) = (userId, deviceId);
        return race.RunAsync(async number =>
        {
            var uploaded = await scene.World.CallAsync(
                race.Call(Operations.UploadKeys, ("one_time_keys", KeyObjects.OneTime(userId, deviceId))),
                By(owner, deviceId), ExchangeRole.SetUp, scene.Cancellation);
            if (uploaded.Response is not { Status: 200 })
                throw new ViolationException(new Violation($"set-up: {Operations.UploadKeys} succeeds", uploaded.Outcome, uploaded));
            var claim = race.Call(
                Operations.ClaimKeys, ("one_time_keys", OneTimeKeySteps.ClaimOf(userId, deviceId)["one_time_keys"]!.DeepClone()));
            return new RaceTry(number, await race.SendAsync(number, (claim, By(one)), (claim, By(other))));
        });
    }

    /// <summary>In each try both got a 200, and just one of them the key.</summary>
    [Then("just one of the two got the key each time")]
    public Task JustOneGotIt() => race.MustHoldAsync("one of the two gets the key", attempt =>
    {
        var got = attempt.Exchanges.Where(exchange => OneTimeKeySteps.KeysIn(exchange, _userId!, _device!).Count > 0).ToList();
        return Task.FromResult<(string, Exchange?)?>(got.Count switch
        {
            1 => null,
            0 => ($"none gets it: {attempt.Outcomes}", attempt.Exchanges[^1]),
            _ => ("both get it", got[^1]),
        });
    });

    private Caller By(ActorPhrase actor, string? device = null) =>
        scene.Callers.Of(new CallerPhrase(CallerKind.Person, actor.Name, device));
}
