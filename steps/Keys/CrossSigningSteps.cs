using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Keys;

/// <summary>
/// Steps about a user's three cross-signing keys: the master key signs the self-signing and the user-signing key. Each upload
/// completes a flow of user-interactive authentication if it is challenged; a first upload is not.
/// </summary>
/// <param name="scene">The scenario.</param>
/// <param name="calls">Makes the calls.</param>
/// <param name="queries">Asks for keys.</param>
[Binding]
public sealed class CrossSigningSteps(Scene scene, CallMaker calls, KeyQueries queries)
{
    private const string Master = KeyObjects.Master;
    private const string SelfSigning = "self_signing_key";
    private const string UserSigning = "user_signing_key";

    private static readonly OperationPhrase Upload = new(Operations.UploadCrossSigningKeys);
    private static readonly string[] Members = [Master, SelfSigning, UserSigning];

    // What each person's set-up has uploaded: the public keys by member.
    private readonly Dictionary<string, IReadOnlyDictionary<string, string>> _uploaded = new(StringComparer.Ordinal);

    /// <summary>The person has uploaded a master key, and a self-signing and a user-signing key that it has signed.</summary>
    [Given("{actor} has cross-signing keys")]
    public async Task HasKeys(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var keys = NewKeys(scene.Callers.UserId(actor));
        await UploadAsync(new CallerPhrase(CallerKind.Person, actor.Name, null), keys);
        _uploaded[actor.Name] = keys.ToDictionary(key => key.Key, key => PublicKey(key.Value!.AsObject()), StringComparer.Ordinal);
    }

    /// <summary>All three keys are new, and this one has a signature that another key made in the name of the master key.</summary>
    [When("{caller} uploads cross-signing keys with a {word} that another key has signed")]
    public Task UploadsWithForeignSignature(CallerPhrase caller, string member)
    {
        var userId = scene.Callers.UserId(caller);
        var keys = NewKeys(userId);
        Unsigned(keys, member);
        new SigningKey().Sign(keys[member]!.AsObject(), userId, PublicKey(keys[Master]!.AsObject()));
        return UploadAsync(caller, keys);
    }

    /// <summary>All three keys are new, and this one has no signature.</summary>
    [When("{caller} uploads cross-signing keys with a {word} that nobody has signed")]
    public Task UploadsWithoutSignature(CallerPhrase caller, string member)
    {
        var keys = NewKeys(scene.Callers.UserId(caller));
        Unsigned(keys, member);
        return UploadAsync(caller, keys);
    }

    /// <summary>All three keys are new and properly signed, and said to be the other person's.</summary>
    [When("{caller} uploads cross-signing keys of {actor}")]
    public Task UploadsKeysOf(CallerPhrase caller, ActorPhrase actor) => UploadAsync(caller, NewKeys(scene.Callers.UserId(actor)));

    /// <summary>A new self-signing key, signed by a master key that is not uploaded.</summary>
    [When("{caller} uploads a self-signing key without a master key")]
    public Task UploadsWithoutMaster(CallerPhrase caller)
    {
        var keys = NewKeys(scene.Callers.UserId(caller));
        return UploadAsync(caller, new JsonObject { [SelfSigning] = keys[SelfSigning]!.DeepClone() });
    }

    /// <summary>A new master key, and for any other member that key too, signed by it; the public key of the member is this one.</summary>
    [When("{caller} uploads cross-signing keys whose {word} is {string}")]
    public Task UploadsKey(CallerPhrase caller, string member, string publicKey)
    {
        var userId = scene.Callers.UserId(caller);
        var master = new SigningKey();
        var given = KeyObjects.CrossSigning(userId, member, scene.FillIn(publicKey));
        var keys = new JsonObject { [member] = given };
        if (member != Master)
        {
            master.Sign(given, userId, master.PublicKey);
            keys[Master] = KeyObjects.CrossSigning(userId, Master, master.PublicKey);
        }

        return UploadAsync(caller, keys);
    }

    /// <summary>Asked by the person, the server shows just the keys of the set-up; where that has uploaded none, it shows none.</summary>
    [Then("{actor}'s cross-signing keys are as before")]
    public async Task KeysAreAsBefore(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var userId = scene.Callers.UserId(actor);
        var exchange = await queries.AskAsync(new CallerPhrase(CallerKind.Person, actor.Name, null), userId);
        var uploaded = _uploaded.GetValueOrDefault(actor.Name);
        var keys = new Comparison("keys");
        foreach (var member in Members)
        {
            var expected = uploaded?[member];
            var shown = KeyQueries.CrossSigningKey(exchange, member, userId);
            keys.Add(shown != expected, expected is null ? "the keys are as before: none" : "the keys are as before", () =>
                new Deviation(
                    member, shown is null ? "a key is gone" : expected is null ? "there is a new key" : "a key is another one", exchange));
        }

        scene.MustHold(keys);
    }

    private Task<Exchange> UploadAsync(CallerPhrase caller, JsonObject keys) =>
        calls.AuthenticateAsync(caller, calls.Call(caller, Upload, keys));

    private static JsonObject NewKeys(string userId)
    {
        var master = new SigningKey();
        var keys = new JsonObject { [Master] = KeyObjects.CrossSigning(userId, Master, master.PublicKey) };
        foreach (var member in new[] { SelfSigning, UserSigning })
        {
            var key = KeyObjects.CrossSigning(userId, member, new SigningKey().PublicKey);
            master.Sign(key, userId, master.PublicKey);
            keys[member] = key;
        }

        return keys;
    }

    private static void Unsigned(JsonObject keys, string member)
    {
        if (member is not (SelfSigning or UserSigning))
            throw new SuiteErrorException($"\"{member}\" is no key that the master key signs", $"choose {SelfSigning} or {UserSigning}.");
        keys[member]!.AsObject().Remove("signatures");
    }

    private static string PublicKey(JsonObject key) => key["keys"]!.AsObject().Single().Value!.GetValue<string>();
}
