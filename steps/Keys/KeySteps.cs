using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Keys;

/// <summary>Steps about the keys of end-to-end encryption.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="queries">Asks for keys.</param>
[Binding]
public sealed class KeySteps(Scene scene, CallMaker calls, KeyQueries queries)
{
    /// <summary>The device has uploaded its device keys.</summary>
    [Given("{actor} has device keys on {string}")]
    public Task HasDeviceKeys(ActorPhrase actor, string device)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var caller = new CallerPhrase(CallerKind.Person, actor.Name, scene.FillIn(device));
        return calls.MakeAsync(
            caller, calls.Call(caller, new OperationPhrase(Operations.UploadKeys), new JsonObject
            {
                ["device_keys"] = KeyObjects.OfDevice(scene.Callers.UserId(actor), scene.FillIn(device)),
            }));
    }

    /// <summary>The account has a cross-signing master key. Its id is <c>{master_key}</c>.</summary>
    [Given("{actor} has a cross-signing key")]
    public Task HasCrossSigningKey(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var caller = new CallerPhrase(CallerKind.Person, actor.Name, null);
        return calls.AuthenticateAsync(
            caller, calls.Call(caller, new OperationPhrase(Operations.UploadCrossSigningKeys), NewMasterKey(scene.Callers.UserId(actor))));
    }

    /// <summary>Calls <c>uploadCrossSigningKeys</c> with a new master key of the account that the caller acts for. Its id is
    /// <c>{master_key}</c>.</summary>
    [Given("{caller} uploads a new cross-signing key")]
    [When("{caller} uploads a new cross-signing key")]
    public Task UploadsCrossSigningKey(CallerPhrase caller)
    {
        var key = NewMasterKey(scene.Callers.UserId(caller));
        return calls.MakeAsync(caller, calls.Call(caller, new OperationPhrase(Operations.UploadCrossSigningKeys), key));
    }

    /// <summary>The caller gets the device keys of this device.</summary>
    [Then("{caller} finds keys of {actor}'s device {string}")]
    public async Task FindsKeys(CallerPhrase caller, ActorPhrase actor, string device)
    {
        var (exchange, found) = await QueryAsync(caller, actor, device);
        if (found is not { ValueKind: JsonValueKind.Object })
            throw scene.Violation($"there are keys of {actor.Name}'s device \"{device}\"", found is null
                ? "there are none"
                : "they are not an object", exchange);
    }

    /// <summary>The caller gets no device keys of this device, whether all devices are asked for or this one by its id.</summary>
    [Then("{caller} finds no keys of {actor}'s device {string}")]
    public async Task FindsNoKeys(CallerPhrase caller, ActorPhrase actor, string device)
    {
        string[][] asked = [[], [scene.FillIn(device)]];
        foreach (var ids in asked)
        {
            var (exchange, found) = await QueryAsync(caller, actor, device, ids);
            if (found is not null)
                throw scene.Violation($"there are no keys of {actor.Name}'s device \"{device}\"", "there are", exchange);
        }
    }

    private async Task<(Exchange Exchange, JsonElement? Found)> QueryAsync(
        CallerPhrase caller, ActorPhrase actor, string device, params string[] ids)
    {
        var userId = scene.Callers.UserId(actor);
        var exchange = await queries.AskAsync(caller, userId, ids);
        return (exchange, KeyQueries.DeviceKeys(exchange, userId, scene.FillIn(device)));
    }

    private JsonObject NewMasterKey(string userId)
    {
        var key = scene.FillIn($"{{fresh.key.master.{scene.Record.Exchanges.Count}}}");
        scene.World.Memory["master_key"] = key;
        return new JsonObject { [KeyObjects.Master] = KeyObjects.CrossSigning(userId, KeyObjects.Master, key) };
    }
}
