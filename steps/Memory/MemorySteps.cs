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

    /// <summary>A member of the last response, by path, is <c>{name}</c> in later steps; what is not text is remembered as JSON. The member
    /// has to be there.</summary>
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

    /// <summary>The refresh token of a session that is in force now is <c>{name}</c> in later steps. The session has to have one.</summary>
    [Given("{actor}'s refresh token on {string} is remembered as {string}")]
    public void RefreshTokenIsRemembered(ActorPhrase actor, string device, string name) =>
        scene.World.Memory[name] = SessionOf(actor, device).RefreshToken
            ?? throw scene.Violation($"{actor.Name}'s session on \"{device}\" has a refresh token", "it has none", null);

    /// <summary>Waits until the lifetime of the person's access token is over, which the server gave with it. Skips the scenario where that
    /// is more than ten seconds, or none was given.</summary>
    [Given("{actor}'s access token has expired")]
    public Task AccessTokenHasExpired(ActorPhrase actor)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return WaitAsync(LifetimeOf(scene.Callers.Of(new CallerPhrase(CallerKind.Person, actor.Name, null)).AccessToken));
    }

    /// <summary>Waits until the lifetime of the login token given last is over. Skips the scenario where that is more than ten seconds, or
    /// none was given.</summary>
    [Given("the login token has expired")]
    public Task LoginTokenHasExpired() => WaitAsync(Lifetime("login_token", _ => true));

    /// <summary>The last request was answered with a <c>submit_url</c>, at which a code is handed in. Skips the scenario where it was
    /// not.</summary>
    [Given("the server has given a submit_url")]
    public void HasGivenSubmitUrl() => MustHave("submit_url");

    /// <summary>The last request was answered with a session, its <c>next_link</c> taken. Skips the scenario where it was not.</summary>
    [Given("the server has taken the next_link")]
    public void HasTakenNextLink() => MustHave("sid");

    /// <summary>The last request, a refresh, was answered with another refresh token, not only an access token. Skips the scenario where it
    /// was not.</summary>
    [Given("the server has given a new refresh token")]
    public void HasGivenRefreshToken() => MustHave("refresh_token");

    private async Task WaitAsync(TimeSpan? lifetime)
    {
        if (lifetime is null || lifetime > LongestWait)
            throw new ScenarioSkippedException(scene.Unmet(Need.ShortTokenLifetime));
        var end = TimeProvider.System.GetUtcNow() + lifetime.Value + Slack;
        while (TimeProvider.System.GetUtcNow() is var now && now < end)
            await Task.Delay(end - now < Interval ? end - now : Interval, scene.Cancellation);
    }

    private void MustHave(string member)
    {
        if (Find(scene.Latest(), member) is null)
            throw new ScenarioSkippedException($"{scene.Unmet(Need.SpecialConfiguration)}: the response has no {member}");
    }

    private Session SessionOf(ActorPhrase actor, string device) =>
        scene.World.Actor(actor.Name).Sessions.GetValueOrDefault(scene.FillIn(device))
        ?? throw new SuiteErrorException($"the feature speaks of {actor.Name}'s session on \"{device}\", where {actor.Name} is not logged in.");

    private JsonElement? Find(Exchange exchange, string member)
    {
        var body = exchange.Response?.Json ?? throw scene.Violation("a JSON body", exchange.Outcome, exchange);
        return BodyPath.Parse(member, scene.FillIn).Select(body) is [var (_, first), ..]
            && first.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) ? first : null;
    }

    // The clock starts anew here, not at the answer: the token is expired all the more.
    private TimeSpan? LifetimeOf(string? token) => token is null
        ? throw new SuiteErrorException("the feature waits for the access token of a client that has none.")
        : Lifetime("access_token", value => value == token);

    private TimeSpan? Lifetime(string member, Func<string?, bool> isMeant)
    {
        var given = scene.Record.Exchanges.Select(exchange => exchange.Response?.Json)
            .OfType<JsonElement>()
            .LastOrDefault(body => body.Text(member) is { } value && isMeant(value));
        return given.Number("expires_in_ms") is { } milliseconds and >= 0 and < int.MaxValue
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
    }
}
