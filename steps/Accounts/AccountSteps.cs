using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>Steps that give people accounts and sessions, and look at what became of them.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="logins">Logs people in.</param>
[Binding]
public sealed class AccountSteps(Scene scene, Logins logins)
{
    private const string FirstDevice = "PHONE";

    /// <summary>The person has an account, and a session on "PHONE". Any name makes a person.</summary>
    [Given("{actor} has an account")]
    public Task HasAccount(ActorPhrase actor) => LogInAsync(actor, [FirstDevice], refreshTokens: false);

    /// <summary>The person has an account and a session on each of these devices, which have no names.</summary>
    [Given("{actor} is logged in on {devices}")]
    public Task IsLoggedIn(ActorPhrase actor, DeviceListPhrase devices) => LogInAsync(actor, devices.DeviceIds, refreshTokens: false);

    /// <summary>Like <c>is logged in on</c>, with sessions that can be refreshed.</summary>
    [Given("{actor} is logged in on {devices} with refresh tokens")]
    public Task IsLoggedInWithRefreshTokens(ActorPhrase actor, DeviceListPhrase devices) =>
        LogInAsync(actor, devices.DeviceIds, refreshTokens: true);

    /// <summary>The person logs in once more, on a device that gets this name.</summary>
    [Given("{actor} logs in on {string} with the name {string}")]
    public Task LogsInWithName(ActorPhrase actor, string device, string name)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scene.AuthenticateAsync(
            () => scene.World.Accounts.LogInAsync(scene.World.Actor(actor.Name), scene.FillIn(device), name, false, scene.Cancellation));
    }

    /// <summary>A login with the person's password succeeds.</summary>
    [Then("{actor} can log in")]
    public async Task CanLogIn(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var exchange = await logins.CallAsync(Logins.Password(scene.World.Actor(actor.Name)));
        if (exchange.Response is not { Status: 200 })
            throw scene.Violation($"{actor.Name} can log in", $"login gives {exchange.Outcome}", exchange);
    }

    /// <summary>A login with the person's user id and this password succeeds.</summary>
    [Then("{actor} can log in with the password {string}")]
    public async Task CanLogInWith(ActorPhrase actor, string password)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var exchange = await logins.CallAsync(Logins.Password(scene.World.Actor(actor.Name), scene.FillIn(password)));
        if (exchange.Response is not { Status: 200 })
            throw scene.Violation($"{actor.Name} can log in with that password", $"login gives {exchange.Outcome}", exchange);
    }

    private async Task LogInAsync(ActorPhrase phrase, IReadOnlyList<string> devices, bool refreshTokens)
    {
        var actor = scene.World.Actor(phrase.Name);
        foreach (var device in devices)
        {
            await scene.AuthenticateAsync(() => actor.Account is null
                ? scene.World.Accounts.RegisterAsync(actor, device, refreshTokens, scene.Cancellation)
                : scene.World.Accounts.LogInAsync(actor, device, null, refreshTokens, scene.Cancellation));
        }
    }
}
