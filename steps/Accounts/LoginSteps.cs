using System.Text.Json.Nodes;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>
/// Steps in which a person logs in with a password: <c>login</c> of the type m.login.password, with the user id as its identifier. The
/// session is the person's
/// from then on.
/// </summary>
/// <param name="scene">The scenario.</param>
/// <param name="arguments">Reads arguments.</param>
/// <param name="logins">Logs people in.</param>
[Binding]
public sealed class LoginSteps(Scene scene, Arguments arguments, Logins logins)
{
    /// <summary>With the password of the account.</summary>
    [Given("{actor} logs in with her/his/their password")]
    [When("{actor} logs in with her/his/their password")]
    public Task LogsIn(ActorPhrase actor) => LogInAsync(actor, null);

    /// <summary>On a device with this id.</summary>
    [Given("{actor} logs in with her/his/their password on {string}")]
    [When("{actor} logs in with her/his/their password on {string}")]
    public Task LogsInOn(ActorPhrase actor, string device) =>
        LogInAsync(actor, null, new JsonObject { ["device_id"] = scene.FillIn(device) });

    /// <summary>With these arguments beside type, identifier and password.</summary>
    [Given("{actor} logs in with her/his/their password and:")]
    [When("{actor} logs in with her/his/their password and:")]
    public Task LogsInWithMore(ActorPhrase actor, DataTable table) => LogInAsync(actor, null, arguments.Of(table));

    /// <summary>With this <c>identifier</c> in place of the user id; the table has its members.</summary>
    [Given("{actor} logs in with her/his/their password and the identifier:")]
    [When("{actor} logs in with her/his/their password and the identifier:")]
    public Task LogsInWithIdentifier(ActorPhrase actor, DataTable table) =>
        LogInAsync(actor, null, new JsonObject { ["identifier"] = arguments.Of(table) });

    /// <summary>With this password, which may be another than the account's.</summary>
    [Given("{actor} logs in with the password {string}")]
    [When("{actor} logs in with the password {string}")]
    public Task LogsInWithPassword(ActorPhrase actor, string password) => LogInAsync(actor, scene.FillIn(password));

    private Task LogInAsync(ActorPhrase actor, string? password, JsonObject? more = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var person = scene.World.Actor(actor.Name);
        var all = Logins.Password(person, password);
        foreach (var (name, value) in more ?? [])
            all[name] = value?.DeepClone();
        return logins.LogInAsync(person, all);
    }
}
