using System.Text.Json;
using Conformance.Matrix.Actors;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Memory;

/// <summary>Steps that carry something over to a later step: a value, or the passing of time.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class MemorySteps(Scene scene)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>A member of the last response, by path, is <c>{name}</c> in later steps; a value that is not text is remembered as JSON.
    /// The member must be there.</summary>
    [Given("the response member {word} is remembered as {string}")]
    [When("the response member {word} is remembered as {string}")]
    [Then("the response member {word} is remembered as {string}")]
    public void IsRemembered(string member, string name)
    {
        var exchange = scene.Latest();
        var value = Find(exchange, member) ?? throw scene.Violation($"the response has {member}", "it is absent", exchange);
        scene.World.Memory[name] = value.Text() ?? value.GetRawText();
    }

    /// <summary>The access token of a session, as it is now, is <c>{name}</c> in later steps.</summary>
    [Given("{actor}'s access token on {string} is remembered as {string}")]
    public void AccessTokenIsRemembered(ActorPhrase actor, string device, string name) =>
        scene.World.Memory[name] = SessionOf(actor, device).AccessToken;

    /// <summary>The current refresh token of a session is <c>{name}</c> in later steps. The session must have one.</summary>
    [Given("{actor}'s refresh token on {string} is remembered as {string}")]
    public void RefreshTokenIsRemembered(ActorPhrase actor, string device, string name) =>
        scene.World.Memory[name] = SessionOf(actor, device).RefreshToken
            ?? throw scene.Violation($"{actor.Name}'s session on \"{device}\" has a refresh token", "it has none", null);

    /// <summary>Waits until the person's access token expires, by the lifetime that the server stated and the moment of its answer. Skips
    /// the scenario if the lifetime is more than ten seconds, or the server stated none.</summary>
    [Given("{actor}'s access token has expired")]
    public Task AccessTokenHasExpired(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var token = scene.Callers.Of(new CallerPhrase(CallerKind.Person, actor.Name, null)).AccessToken
            ?? throw new SuiteErrorException(
                "the feature waits for the access token of a client that has none",
                "name a person who has logged in.");
        return WaitAsync(LifeOf(TokenLife.AccessToken, value => value == token));
    }

    /// <summary>Waits until the last login token expires, by the lifetime that the server stated and the moment of its answer. Skips the
    /// scenario if the lifetime is more than ten seconds, or the server stated none.</summary>
    [Given("the login token has expired")]
    public Task LoginTokenHasExpired() => WaitAsync(LifeOf(TokenLife.LoginToken, _ => true));

    /// <summary>The last answer has a <c>submit_url</c>, to which codes are submitted. Skips the scenario if it has none.</summary>
    [Given("the server has given a submit_url")]
    public void HasGivenSubmitUrl() => MustHave("submit_url");

    /// <summary>The server accepted the <c>next_link</c> of the last request and answered with a session. Skips the scenario if it did
    /// not.</summary>
    [Given("the server has taken the next_link")]
    public void HasTakenNextLink() => MustHave("sid");

    /// <summary>The last answer, to a refresh, has another refresh token, not only an access token. Skips the scenario if it has
    /// not.</summary>
    [Given("the server has given a new refresh token")]
    public void HasGivenRefreshToken() => MustHave("refresh_token");

    /// <summary>The last answer is a refusal with <c>soft_logout</c> true. Skips the scenario if it is not.</summary>
    [Given("the server has told of a soft logout")]
    public void HasToldOfSoftLogout()
    {
        if (scene.Latest().Response is not { Status: 401, Json: { } body } || !body.IsTrue("soft_logout"))
            throw new ScenarioSkippedException($"{scene.Unmet(Need.SpecialConfiguration)}: the refusal is not a soft logout");
    }

    /// <summary>The last call has succeeded. Skips the scenario where it was refused, which the specification lets the server do.</summary>
    [Given("the server has allowed it")]
    public void HasAllowedIt()
    {
        if (scene.Latest() is { Response.Status: >= 400 } refusal)
            throw new ScenarioSkippedException(
                $"{scene.Unmet(Need.SpecialConfiguration)}: the server refused, as it may: {refusal.Outcome}");
    }

    private async Task WaitAsync(TokenLife? life)
    {
        if (life is null || life.Lifetime > LongestWait)
            throw new ScenarioSkippedException(scene.Unmet(Need.ShortTokenLifetime));
        scene.Record.WaitsFor(life.Token);
        var time = scene.Run.Options.Time;
        var end = life.ExpiredBy + Slack;
        while (time.GetUtcNow() is var now && now < end)
            await Task.Delay(end - now < Interval ? end - now : Interval, time, scene.Cancellation);
    }

    private void MustHave(string member)
    {
        if (Find(scene.Latest(), member) is null)
            throw new ScenarioSkippedException($"{scene.Unmet(Need.SpecialConfiguration)}: the response has no {member}");
    }

    private Session SessionOf(ActorPhrase actor, string device) =>
        scene.World.Actor(actor.Name).Sessions.GetValueOrDefault(scene.FillIn(device))
        ?? throw new SuiteErrorException(
            $"the feature speaks of {actor.Name}'s session on \"{device}\", where {actor.Name} has not logged in",
            "log in on that device first.");

    private JsonElement? Find(Exchange exchange, string member)
    {
        var body = exchange.Response?.Json ?? throw scene.Violation("a JSON body", exchange.Outcome, exchange);
        return BodyPath.Parse(member, scene.FillIn).Select(body) is [var (_, first), ..]
            && first.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) ? first : null;
    }

    private TokenLife? LifeOf(string member, Func<string, bool> isMeant) =>
        scene.Record.Exchanges.Where(exchange => exchange.Response?.Json?.Text(member) is { } token && isMeant(token))
            .Select(exchange => TokenLife.Read(exchange, member))
            .LastOrDefault();
}
