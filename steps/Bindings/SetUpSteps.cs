using Conformance.Matrix.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Bindings;

/// <summary>Steps that prepare people, accounts and sessions.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class SetUpSteps(Scene scene)
{
    /// <summary>The person has an account (a new one on first mention) and a session on each device; the devices have no names.</summary>
    [Given("{actor} is logged in on {devices}")]
    public Task IsLoggedIn(ActorPhrase actor, DeviceListPhrase devices) => LogIn(actor, devices, refreshTokens: false);

    /// <summary>Like <c>is logged in on</c>; the sessions can be refreshed.</summary>
    [Given("{actor} is logged in on {devices} with refresh tokens")]
    public Task IsLoggedInWithRefreshTokens(ActorPhrase actor, DeviceListPhrase devices) => LogIn(actor, devices, refreshTokens: true);

    /// <summary>The person logs in once more, on a device that gets this name.</summary>
    [Given("{actor} logs in on {string} with the name {string}")]
    public Task LogsInWithName(ActorPhrase actor, string device, string name)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scene.World.Accounts.LogInAsync(scene.World.Actor(actor.Name), scene.FillIn(device), name, false, scene.Cancellation);
    }

    /// <summary>The account has a cross-signing master key.</summary>
    [Given("{actor} has a cross-signing key")]
    public async Task HasCrossSigningKey(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        const string call = Operations.UploadCrossSigningKeys + """ with master_key {"user_id": "{OWNER.user_id}", "usage": ["master"], "keys": {"ed25519:{fresh.key.first}": "{fresh.key.first}"}} and authenticates""";
        var phrase = CallPhrase.Parse(call.Replace("OWNER", actor.Name, StringComparison.Ordinal));
        await scene.MakeAsync(new CallerPhrase(CallerKind.Person, actor.Name, null), phrase);
    }

    /// <summary>The person has an account in the application service's namespace, made by the service; it has no session.</summary>
    [Given("{actor} is a user of the application service")]
    public async Task IsUserOfApplicationService(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await scene.World.Accounts.RegisterForApplicationServiceAsync(scene.World.Actor(actor.Name), scene.Cancellation);
    }

    private async Task LogIn(ActorPhrase phrase, DeviceListPhrase devices, bool refreshTokens)
    {
        var actor = scene.World.Actor(phrase.Name);
        foreach (var device in devices.DeviceIds)
        {
            if (actor.Account is null)
                await scene.World.Accounts.RegisterAsync(actor, device, refreshTokens, scene.Cancellation);
            else
                await scene.World.Accounts.LogInAsync(actor, device, null, refreshTokens, scene.Cancellation);
        }
    }
}
