using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Judging;
using Conformance.Steps.Calls;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Accounts;

/// <summary>
/// Steps in which a person registers an account: <c>register</c>, by a client without an access token. The account that it gives is the
/// person's from then on, and so is
/// the session, if it begins one.
/// </summary>
/// <param name="scene">The scenario.</param>
/// <param name="arguments">Reads arguments.</param>
/// <param name="calls">Makes the calls.</param>
[Binding]
public sealed class RegistrationSteps(Scene scene, Arguments arguments, CallMaker calls)
{
    private const string UserName = "username";
    private const string Password = "password";

    private static readonly OperationPhrase Register = new(Operations.Register);

    /// <summary>With a user name and a password that nobody else has, completing a flow of user-interactive authentication.</summary>
    [Given("{actor} registers")]
    [When("{actor} registers")]
    public Task Registers(ActorPhrase actor) => RegisterAsync(actor, []);

    /// <summary>Like <c>registers</c>, with the arguments of the table too; user name or password among them replace those made
    /// up.</summary>
    [Given("{actor} registers with:")]
    [When("{actor} registers with:")]
    public Task RegistersWith(ActorPhrase actor, DataTable table) => RegisterAsync(actor, arguments.Of(table));

    /// <summary>As an account of the kind "guest", without further arguments and without authentication.</summary>
    [Given("{actor} registers as a guest")]
    [When("{actor} registers as a guest")]
    public Task RegistersAsGuest(ActorPhrase actor) => RegisterGuestAsync(actor, []);

    /// <summary>As a guest, with the arguments of the table.</summary>
    [Given("{actor} registers as a guest with:")]
    [When("{actor} registers as a guest with:")]
    public Task RegistersAsGuestWith(ActorPhrase actor, DataTable table) => RegisterGuestAsync(actor, arguments.Of(table));

    private async Task RegisterAsync(ActorPhrase actor, JsonObject given)
    {
        ArgumentNullException.ThrowIfNull(actor);
        given.TryAdd(UserName, scene.FillIn($"{{fresh.username.{actor.Name}}}"));
        given.TryAdd(Password, scene.FillIn($"{{fresh.password.{actor.Name}}}"));
        var password = given[Password] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
        Take(scene.World.Actor(actor.Name), given, password,
            await calls.AuthenticateAsync(CallerPhrase.Somebody, calls.Call(CallerPhrase.Somebody, Register, given)));
    }

    private async Task RegisterGuestAsync(ActorPhrase actor, JsonObject given)
    {
        ArgumentNullException.ThrowIfNull(actor);
        given["kind"] = "guest";

        // The server picks a guest's device, and a guest has no password, whatever the request says.
        var call = calls.Call(CallerPhrase.Somebody, Register, given);
        Take(scene.World.Actor(actor.Name), [], null, await calls.MakeAsync(CallerPhrase.Somebody, call));
    }

    private void Take(Actor actor, JsonObject given, string? password, Exchange exchange)
    {
        if (exchange.Response is not { Status: 200, Json: { ValueKind: JsonValueKind.Object } body })
            return;
        var userId = body.Text("user_id") ?? string.Empty;
        if (!userId.StartsWith('@') || !userId.Contains(':', StringComparison.Ordinal))
            throw scene.Violation("a user_id of the form @localpart:server", userId.Length == 0
                ? "no user_id"
                : Excerpt.Of(body, "/user_id", scene.Run.Redactor), exchange);
        actor.Account = new Account(userId, password ?? string.Empty) { HasPassword = password is not null };
        Logins.Begin(actor, given, exchange);
    }
}
