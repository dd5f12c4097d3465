using Conformance.Matrix.Actors;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;

namespace Conformance.Steps.Scenes;

/// <summary>The clients that features speak of.</summary>
/// <param name="scene">The scenario.</param>
public sealed class Callers(Scene scene)
{
    /// <summary>The client that a feature means.</summary>
    /// <exception cref="SuiteErrorException">The person has no such session.</exception>
    public Caller Of(CallerPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return phrase.Kind switch
        {
            CallerKind.Anonymous => Caller.Anonymous,
            CallerKind.NewSession => NewSession(),
            CallerKind.UnknownToken => new Caller("a client with an unknown token", scene.UnknownToken),
            CallerKind.ApplicationService =>
                new Caller($"the application service{As(phrase.Actor ?? phrase.AssertedUserId)}", scene.Run.Target.ApplicationServiceToken),
            CallerKind.Person when phrase.Token is { } token =>
                new Caller($"{phrase.Actor} with another access token", scene.FillIn(token)),
            _ => Caller.Of(scene.World.Actor(phrase.Actor!), Session(phrase)),
        };
    }

    /// <summary>The person whose credentials a client has; null for a client without a person.</summary>
    public Actor? Owner(CallerPhrase phrase)
    {
        ArgumentNullException.ThrowIfNull(phrase);
        return phrase.Kind == CallerKind.Person ? scene.World.Actor(phrase.Actor!) : null;
    }

    /// <summary>The user id of a person's account.</summary>
    /// <exception cref="SuiteErrorException">The person has no account.</exception>
    public string UserId(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return scene.FillIn($"{{{actor.Name}.user_id}}");
    }

    /// <summary>The user id of the person that a client acts for.</summary>
    /// <exception cref="SuiteErrorException">It acts for nobody, or the person has no account.</exception>
    public string UserId(CallerPhrase caller)
    {
        ArgumentNullException.ThrowIfNull(caller);
        return UserId(new ActorPhrase(caller.Actor
            ?? throw new SuiteErrorException("the feature speaks of the account of a client without a person", "name the person.")));
    }

    /// <summary>What a call says in its query of whom the caller acts for.</summary>
    public IEnumerable<KeyValuePair<string, string>> Asserted(CallerPhrase caller)
    {
        if (caller.AssertedUserId is { } user)
            yield return new("user_id", scene.FillIn(user));
        if (caller is not { Kind: CallerKind.ApplicationService })
            yield break;
        if (caller.Actor is { } actor)
            yield return new("user_id", scene.World.Actor(actor).Account?.UserId
                ?? throw new SuiteErrorException(
                    $"the feature lets the application service act as {actor}, who has no account",
                    "give that person an account first."));
        if (caller.Device is { } device)
            yield return new("device_id", scene.FillIn(device));
    }

    // A login, a registration or the page for a login may be what the scenario is about or what prepares it.
    private Caller NewSession()
    {
        var given = scene.Record.Exchanges.LastOrDefault(exchange =>
            exchange is { Operation.Id: Operations.LogIn or Operations.Register, Response.Status: 200 })
            ?? throw new SuiteErrorException(
                "the feature speaks of the new session before a login or a registration has succeeded",
                "log in or register first.");
        return given.Response!.Json?.Text("access_token") is { } token
            ? new Caller("the new session", token)
            : throw scene.Violation($"a session: {given.Operation!.Id} gives an access_token", "none", given);
    }

    private Session Session(CallerPhrase phrase)
    {
        var actor = scene.World.Actor(phrase.Actor!);
        if (phrase.Device is null)
            return actor.Sessions.Count > 0
                ? actor.Sessions.GetAt(0).Value
                : throw new SuiteErrorException(
                    $"the feature lets {actor.Name} make a call before {actor.Name} has logged in",
                    "log in first.");
        return actor.Sessions.TryGetValue(phrase.Device, out var session)
            ? session
            : throw new SuiteErrorException(
                $"the feature lets {actor.Name} call on \"{phrase.Device}\", where {actor.Name} has not logged in",
                "log in on that device first.");
    }

    private string As(string? user) => user is null ? "" : $" as {scene.FillIn(user)}";
}
