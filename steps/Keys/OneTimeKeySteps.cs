using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Keys;

/// <summary>Steps about one-time keys, which are given out once, and fallback keys, which are given out where no one-time key is
/// left.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class OneTimeKeySteps(Scene scene, CallMaker calls)
{
    private static readonly OperationPhrase Upload = new(Operations.UploadKeys);
    private static readonly OperationPhrase Claim = new(Operations.ClaimKeys);

    /// <summary>The device has uploaded one more one-time key.</summary>
    [Given("{actor} has a one-time key on {string}")]
    public Task HasOneTimeKey(ActorPhrase actor, string device) => UploadAsync(actor, device, "one_time_keys", isFallback: false);

    /// <summary>The device has uploaded a fallback key.</summary>
    [Given("{actor} has a fallback key on {string}")]
    public Task HasFallbackKey(ActorPhrase actor, string device) => UploadAsync(actor, device, "fallback_keys", isFallback: true);

    /// <summary>Calls <c>claimKeys</c> for one key of this device.</summary>
    [Given("{caller} claims a key of {actor}'s device {string}")]
    [When("{caller} claims a key of {actor}'s device {string}")]
    public Task Claims(CallerPhrase caller, ActorPhrase actor, string device) => ClaimAsync(caller, actor, device);

    /// <summary>The last response is a 200 and has one key of this device.</summary>
    [Then("the response has a key of {actor}'s device {string}")]
    public void ResponseHasKey(ActorPhrase actor, string device)
    {
        if (KeysIn(scene.World.Last, scene.Callers.UserId(actor), scene.FillIn(device)) is not [_])
            throw scene.Violation(
                $"a key of {actor.Name}'s device \"{device}\"", Described(scene.World.Last, actor, device), scene.World.Last);
    }

    /// <summary>The caller claims a key of this device and gets none, neither a one-time key nor a fallback key.</summary>
    [Then("{caller} can claim no key of {actor}'s device {string}")]
    public async Task CanClaimNone(CallerPhrase caller, ActorPhrase actor, string device)
    {
        var exchange = await ClaimAsync(caller, actor, device);
        if (exchange.Response is not { Status: 200 } || KeysIn(exchange, scene.Callers.UserId(actor), scene.FillIn(device)).Count > 0)
            throw scene.Violation(
                $"no key of {actor.Name}'s device \"{device}\" is left", Described(exchange, actor, device), exchange);
    }

    /// <summary>The keys of a device in the answer to a claim, by their names.</summary>
    internal static IReadOnlyList<string> KeysIn(Exchange exchange, string userId, string deviceId) =>
        exchange.Response is { Status: 200 } response
            && response.Json?.Member("one_time_keys")?.Member(userId)?.Member(deviceId) is { ValueKind: JsonValueKind.Object } keys
            ? [.. keys.Members().Select(key => key.Name)]
            : [];

    /// <summary>The arguments of a claim of one key of a device.</summary>
    internal static JsonObject ClaimOf(string userId, string deviceId) => new()
    {
        ["one_time_keys"] = new JsonObject { [userId] = new JsonObject { [deviceId] = KeyObjects.OneTimeAlgorithm } },
    };

    private Task<Exchange> ClaimAsync(CallerPhrase caller, ActorPhrase actor, string device) =>
        calls.MakeAsync(caller, calls.Call(caller, Claim, ClaimOf(scene.Callers.UserId(actor), scene.FillIn(device))));

    private string Described(Exchange exchange, ActorPhrase actor, string device) =>
        exchange.Response is not { Status: 200 } ? exchange.Outcome
        : KeysIn(exchange, scene.Callers.UserId(actor), scene.FillIn(device)).Count switch
        {
            0 => "no key",
            1 => "a key",
            _ => "several keys",
        };

    private Task<Exchange> UploadAsync(ActorPhrase actor, string device, string member, bool isFallback)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var caller = new CallerPhrase(CallerKind.Person, actor.Name, scene.FillIn(device));
        var keys = KeyObjects.OneTime(scene.Callers.UserId(actor), scene.FillIn(device), isFallback);
        return calls.MakeAsync(caller, calls.Call(caller, Upload, new JsonObject { [member] = keys }));
    }
}
