using System.Text.Json;
using System.Text.Json.Nodes;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Accounts;

/// <summary>Logins with a password, made by a client without an access token.</summary>
/// <param name="scene">The scenario.</param>
public sealed class Logins(Scene scene)
{
    /// <summary>The arguments of a login by user id and password.</summary>
    /// <param name="actor">Who logs in.</param>
    /// <param name="password">The password; null for the account's own.</param>
    /// <exception cref="SuiteErrorException">The person has no account.</exception>
    public static JsonObject Password(Actor actor, string? password = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var account = actor.Account ?? throw new SuiteErrorException(
            $"the feature lets {actor.Name} log in without an account",
            "give that person an account first.");
        return new JsonObject
        {
            ["type"] = "m.login.password",
            ["identifier"] = new JsonObject { ["type"] = "m.id.user", ["user"] = account.UserId },
            ["password"] = password ?? account.Password,
        };
    }

    /// <summary>Makes the call, in the role of the step.</summary>
    public async Task<Exchange> CallAsync(JsonObject arguments) =>
        scene.MustSucceedAsSetUp(await scene.World.CallAsync(
            scene.Call(CallerPhrase.Somebody, scene.OperationOf(Operations.LogIn), arguments),
            scene.Callers.Of(CallerPhrase.Somebody),
            scene.Role,
            scene.Cancellation));

    /// <summary>Makes the call; the session that it begins is the person's, on the device that was asked for.</summary>
    public async Task LogInAsync(Actor actor, JsonObject arguments)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(arguments);
        Begin(actor, arguments, await CallAsync(arguments));
    }

    /// <summary>Takes the session that a login or a registration has begun; there may be none.</summary>
    /// <param name="actor">Whose session it is.</param>
    /// <param name="arguments">What was asked for, of which <c>device_id</c> matters.</param>
    /// <param name="exchange">The call.</param>
    public static void Begin(Actor actor, JsonObject arguments, Exchange exchange)
    {
        ArgumentNullException.ThrowIfNull(actor);
        ArgumentNullException.ThrowIfNull(arguments);
        ArgumentNullException.ThrowIfNull(exchange);

        // What the answer lacks is for the steps that look at it to say.
        if (exchange.Response is not { Status: 200, Json: { ValueKind: JsonValueKind.Object } body }
            || body.Text("access_token") is not { } token
            || (Text(arguments, "device_id") ?? body.Text("device_id")) is not { } device
            || actor.Account is not { } account)
        {
            return;
        }

        actor.Sessions[device] =
            new Session { DeviceId = device, UserId = account.UserId, AccessToken = token, RefreshToken = body.Text("refresh_token") };
    }

    private static string? Text(JsonObject arguments, string member) =>
        arguments[member] is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;
}
