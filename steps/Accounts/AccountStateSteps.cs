using System.Text.Json;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Steps.Devices;
using Conformance.Steps.Keys;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>The step that looks at all of an account that a request can harm.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="logins">Logs people in.</param>
/// <param name="lists">Asks for lists of devices.</param>
/// <param name="queries">Asks for keys.</param>
[Binding]
public sealed class AccountStateSteps(Scene scene, Logins logins, DeviceLists lists, KeyQueries queries)
{
    private const string Kind = "parts of the account";

    /// <summary>The account has the devices and sessions, third-party identifiers, cross-signing key and password that it had before the
    /// scenario's first <c>When</c>. No <c>Given</c> may have ended a session of it.</summary>
    [Then("{actor}'s account is as it was")]
    public async Task IsAsItWas(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var person = scene.World.Actor(actor.Name);
        var before = scene.World.AsPrepared(person);
        var parts = new Comparison(Kind);
        var (exchange, session, devices) = await lists.TryAsync(person);
        if (before.Devices.Count > 0)
        {
            var ids = session is null ? null : devices.Select(device => device.Id).ToList();
            parts.Add(!AreSame(before.Devices, ids), $"{person.Name}'s devices are {DeviceLists.Join(before.Devices)}", () => new Deviation(
                "devices",
                ids is null
                    ? $"{person.Name}'s sessions are refused: {exchange!.Outcome}"
                    : $"{person.Name}'s devices are {DeviceLists.Join(ids)}",
                exchange));
        }

        if (session is not null)
        {
            await LookAtSessionsAsync(parts, person, before, session.DeviceId);
            await LookAtIdentifiersAsync(parts, person, before, session.DeviceId);
            await LookAtMasterKeyAsync(parts, person, before, session.DeviceId);
        }

        // It makes one more device, so it comes last.
        await LookAtPasswordAsync(parts, person, before);
        scene.MustHold(parts);
    }

    // A device may be listed still whose access token has ended.
    private async Task LookAtSessionsAsync(Comparison parts, Actor person, AccountState before, string accepted)
    {
        foreach (var device in before.Devices.Where(device => device != accepted))
        {
            var exchange = await AskAsync(person, Operations.GetTokenOwner, device);
            parts.Add(exchange.Response is not { Status: 200 }, $"{person.Name}'s session on \"{device}\" is accepted", () =>
                new Deviation($"session on \"{device}\"", $"it is refused: {exchange.Outcome}", exchange));
        }
    }

    private async Task LookAtIdentifiersAsync(Comparison parts, Actor person, AccountState before, string device)
    {
        var exchange = await AskAsync(person, Operations.GetAccount3Pids, device);

        // Not every server lists them, nor for everybody.
        if (exchange.Response is not { Status: 200, Json: { ValueKind: JsonValueKind.Object } body })
            return;
        var listed = (body.Items("threepids") ?? []).Select(entry => entry.Text("address")?.ToLowerInvariant() ?? "(no address)").ToList();
        var expected = before.ThreePids.Select(threePid => threePid.Address.ToLowerInvariant()).ToList();
        parts.Add(!AreSame(expected, listed), $"{person.Name}'s third-party identifiers are {DeviceLists.Join(expected)}", () =>
            new Deviation("third-party identifiers", $"{person.Name}'s third-party identifiers are {DeviceLists.Join(listed)}", exchange));
    }

    private async Task LookAtMasterKeyAsync(Comparison parts, Actor person, AccountState before, string device)
    {
        if (before.MasterKey is not { } key)
            return;
        var userId = person.Account!.UserId;
        var exchange = await queries.TryAsync(new CallerPhrase(CallerKind.Person, person.Name, device), userId);
        var now = KeyQueries.CrossSigningKey(exchange, KeyObjects.Master, userId);
        parts.Add(now != key, $"{person.Name}'s cross-signing key is {key}", () =>
            new Deviation("cross-signing key", now is null ? "there is none" : $"{person.Name}'s cross-signing key is {now}", exchange));
    }

    private async Task LookAtPasswordAsync(Comparison parts, Actor person, AccountState before)
    {
        if (before.Password is not { } password || !scene.Run.Target.Offers.Contains(Need.PasswordLogin))
            return;
        var login = await logins.CallAsync(Logins.Password(person, password));
        parts.Add(login.Response is not { Status: 200 }, $"{person.Name} can log in with the password", () =>
            new Deviation("password", $"{person.Name}'s password is refused: {login.Outcome}", login));
    }

    private Task<Exchange> AskAsync(Actor person, string operation, string device)
    {
        var caller = new CallerPhrase(CallerKind.Person, person.Name, device);
        return scene.World.CallAsync(
            scene.Call(caller, scene.OperationOf(operation), []), scene.Callers.Of(caller), scene.Role, scene.Cancellation);
    }

    private static bool AreSame(IReadOnlyList<string> expected, List<string>? now) =>
        now is not null
        && expected.Order(StringComparer.Ordinal).SequenceEqual(now.Order(StringComparer.Ordinal), StringComparer.Ordinal);
}
