using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Scenarios;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Races;

/// <summary>Steps in which two clients register at the same time. All that precedes the decisive requests is done before.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="race">Makes the tries.</param>
[Binding]
public sealed class RegistrationRaceSteps(Scene scene, Race race)
{
    /// <summary>In each try another name, and a password of each client's own. Both clients answer the stage that completes their flow at
    /// the same time.</summary>
    [When("two clients register the same name at the same time, ten times")]
    public Task RegisterTheSameName() => race.RunAsync(async number =>
    {
        var name = scene.World.Fresh.UserName();
        string[] passwords = [scene.World.Fresh.Password(), scene.World.Fresh.Password()];
        var (one, other) = (await HoldAsync(null, name, passwords[0]), await HoldAsync(null, name, passwords[1]));
        var exchanges = await race.SendAsync(
            number, (Race.RequestOf(one), Caller.Anonymous), (Race.RequestOf(other), Caller.Anonymous));
        return new RaceTry(number, exchanges) { Passwords = passwords };
    });

    /// <summary>In each try another token, which an administrator made, and a name of each client's own. Both clients answer the stage
    /// m.login.registration_token at the same time, and then complete their flow if the stage counts. Skips the scenario if nobody can make
    /// such tokens.</summary>
    [When("two clients register with the same token of one use at the same time, ten times")]
    public Task RegisterWithTheSameToken()
    {
        var tokens = scene.Run.Target.SingleUseTokens
            ?? throw new ScenarioSkippedException($"{scene.Unmet(Need.RegistrationToken)}: nobody can make one of a single use");
        return race.RunAsync(async number =>
        {
            var token = await tokens.MakeSingleUseTokenAsync(scene.Cancellation);
            scene.Run.Redactor.Learn(token, SecretKind.RegistrationToken);
            var one = await HoldAsync(StageType.RegistrationToken, scene.World.Fresh.UserName(), scene.World.Fresh.Password());
            var other = await HoldAsync(StageType.RegistrationToken, scene.World.Fresh.UserName(), scene.World.Fresh.Password());
            var answers = await race.SendAsync(
                number, (WithToken(one, token), Caller.Anonymous), (WithToken(other, token), Caller.Anonymous));
            return new RaceTry(number, await Task.WhenAll(GoOnAsync(one, answers[0]), GoOnAsync(other, answers[1])));
        });
    }

    /// <summary>In each try the request that completes the flow of a registration without a name is sent twice in its session, at the same
    /// time.</summary>
    [When("a registration is completed twice in its session at the same time, ten times")]
    public Task CompletedTwice() => race.RunAsync(async number =>
    {
        var request = Race.RequestOf(await HoldAsync(null, null, scene.World.Fresh.Password()));
        return new RaceTry(number, await race.SendAsync(number, (request, Caller.Anonymous), (request, Caller.Anonymous)));
    });

    private Task<HeldCall> HoldAsync(StageType? stage, string? name, string password) => scene.World.Uia.HoldAsync(
        name is null
            ? race.Call(Operations.Register, ("password", password))
            : race.Call(Operations.Register, ("username", name), ("password", password)),
        stage, Caller.Anonymous, null, scene.Role, scene.Cancellation);

    private Task<Exchange> GoOnAsync(HeldCall held, Exchange answer) =>
        scene.World.Uia.GoOnAsync(held, answer, Caller.Anonymous, null, scene.Role, scene.Cancellation);

    private static OperationCall WithToken(HeldCall held, string token)
    {
        var request = Race.RequestOf(held);
        var auth = (JsonObject)request.Auth!.DeepClone();
        auth["token"] = token;
        return request with { Auth = auth };
    }
}
