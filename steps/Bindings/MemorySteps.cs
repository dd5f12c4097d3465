using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Reqnroll;
using Xunit;

namespace Conformance.Steps.Bindings;

/// <summary>Steps that carry something over to a later step: a value, or the passing of time.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class MemorySteps(Scene scene)
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Slack = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    /// <summary>
    /// A member of the body, by path, is <c>{name}</c> in later steps. What is no text is remembered as JSON. As a Given it looks at the last response of all,
    /// and the scenario is skipped where the member is absent, as it then is about another kind of server.
    /// </summary>
    [Given("the response member {word} is remembered as {string}")]
    [When("the response member {word} is remembered as {string}")]
    [Then("the response member {word} is remembered as {string}")]
    public void IsRemembered(string member, string name)
    {
        var exchange = scene.Role == ExchangeRole.SetUp && scene.Record.Exchanges.LastOrDefault(known => known.Role != ExchangeRole.Observation) is { } latest ? latest : scene.World.Last;
        var body = exchange.Response?.Json ?? throw scene.Violation("a JSON body", exchange.Outcome, exchange);
        var value = BodyPath.Parse(member, scene.FillIn).Select(body) is [var (_, first), ..] ? first : default;
        var isAbsent = value.ValueKind is JsonValueKind.Undefined or JsonValueKind.Null;
        if (isAbsent && scene.Role == ExchangeRole.SetUp)
            throw new SkipException($"{scene.Unmet(Need.SpecialConfiguration)}: the response has no {member}");
        if (isAbsent)
            throw scene.Violation($"the response has {member}", "it is absent", exchange);
        scene.World.Memory[name] = value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();
    }

    /// <summary>
    /// Waits until the lifetime that the server gave with the access or login token (<c>expires_in_ms</c>) is over; skipped where it is more than ten seconds, or none was given.
    /// A login token is the one that was given last.
    /// </summary>
    [Given("the {word} token of {caller} has expired")]
    [When("the {word} token of {caller} has expired")]
    public async Task HasExpired(string kind, CallerPhrase caller)
    {
        var lifetime = kind switch
        {
            "access" => LifetimeOf(scene.Caller(caller).AccessToken),
            "login" => Lifetime("login_token", _ => true),
            _ => throw new SuiteErrorException($"the feature waits for a \"{kind}\" token; write access or login."),
        };
        if (lifetime is null || lifetime > LongestWait)
            throw new SkipException(scene.Unmet(Need.ShortTokenLifetime));
        var end = TimeProvider.System.GetUtcNow() + lifetime.Value + Slack;
        while (TimeProvider.System.GetUtcNow() is var now && now < end)
            await Task.Delay(end - now < Interval ? end - now : Interval, scene.Cancellation);
    }

    // The clock starts anew here, not at the answer: the token is expired all the more.
    private TimeSpan? LifetimeOf(string? token) => token is null
        ? throw new SuiteErrorException("the feature waits for the access token of a client that has none.")
        : Lifetime("access_token", value => value == token);

    private TimeSpan? Lifetime(string member, Func<string?, bool> isMeant)
    {
        var given = scene.Record.Exchanges.Select(exchange => exchange.Response?.Json)
            .OfType<JsonElement>()
            .LastOrDefault(body => body.ValueKind == JsonValueKind.Object && body.TryGetProperty(member, out var value) && value.ValueKind == JsonValueKind.String && isMeant(value.GetString()));
        return given.ValueKind == JsonValueKind.Object && given.TryGetProperty("expires_in_ms", out var time) && time.ValueKind == JsonValueKind.Number && time.TryGetDouble(out var milliseconds)
            && milliseconds is >= 0 and < int.MaxValue
            ? TimeSpan.FromMilliseconds(milliseconds)
            : null;
    }
}
