using System.Globalization;
using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;
using Conformance.Steps.Tables;
using Reqnroll;

namespace Conformance.Steps.Responses;

/// <summary>Steps that look at the last response of the scenario's subject.</summary>
/// <param name="scene">The scenario.</param>
[Binding]
public sealed class ResponseSteps(Scene scene)
{
    /// <summary>The status, or one of a class (<c>4xx</c>), and the error code where one is named; alternatives are joined by
    /// "or".</summary>
    [Then("the response is {answers}")]
    public void ResponseIs(AnswerPhrase answers) => MustBe(answers, scene.World.Last);

    /// <summary>Like <c>the response is</c>, with each alternative in a row of the table.</summary>
    [Then("the response is one of:")]
    public void ResponseIsOneOf(DataTable table) => ResponseIs(Alternatives(table));

    /// <summary>Like <c>each response is</c>, with each alternative in a row of the table.</summary>
    [Then("each response is one of:")]
    public void EachResponseIsOneOf(DataTable table) => EachResponseIs(Alternatives(table));

    /// <summary>Like <c>the response is</c>, for a step that made several calls.</summary>
    [Then("each response is {answers}")]
    public void EachResponseIs(AnswerPhrase answers)
    {
        if (scene.Several.Count == 0)
            throw scene.Violation("at least one response", "none", null);
        ArgumentNullException.ThrowIfNull(answers);
        var responses = new Comparison("responses");
        foreach (var (name, exchange) in scene.Several)
            responses.Add(!answers.Accepts(exchange), answers.ToString(), () => new Deviation(name, exchange.Outcome, exchange));
        if (answers.AreRefusals && responses.Violations.Count > 0)
            scene.Refusal.GoOnWithout(scene.Record, responses.Violations);
        else
            scene.MustHold(responses);
    }

    /// <summary>
    /// A member of the body, by path (<c>devices[*].device_id</c>, <c>params.*</c>, a JSON Pointer): a JSON type, a text in quotes (or one
    /// of several: <c>"a" or "b"</c>), a number,
    /// <c>absent</c>, <c>a string other than "…"</c>, <c>a string beginning with "…"</c>, <c>a string like /[a-z]+/</c>,
    /// <c>a string of its own</c> (unlike every other that the path leads to), <c>an integer from N to M</c>, <c>a valid user id</c> or
    /// <c>a time within N minutes of now</c>; with <c>, if present</c> it may be missing. A wildcard asks it of every one, and
    /// nothing of what is below a member marked as optional (<c>well_known?</c>) that is absent. The body itself is <c>.</c>.
    /// </summary>
    [Then("the response member {word} is {expectation}")]
    public void MemberIs(string member, ExpectationPhrase expectation)
    {
        if (!scene.Refusal.IsMissing)
            scene.MustHold(Compare(member, expectation));
    }

    /// <summary>The body does not have this member, which may be a path.</summary>
    [Then("the response has no {word}")]
    public void ResponseHasNo(string member) => MemberIs(member, ExpectationPhrase.Parse("absent", scene.FillIn));

    /// <summary>Several members at once: a path and what the member must be in each row, worded as in <c>the response member … is
    /// …</c>.</summary>
    [Then("the response has:")]
    public void ResponseHas(DataTable table)
    {
        if (!scene.Refusal.IsMissing)
            scene.MustHold(Pairs.Of(table).Select(pair => Compare(pair.Name, ExpectationPhrase.Parse(pair.Value, scene.FillIn))).ToList());
    }

    /// <summary>The response is a success, or refuses a request that had no <c>auth</c> yet.</summary>
    [Then("a refusal came before authentication")]
    public void RefusalCameBeforeAuthentication()
    {
        if (scene.World.Last is { Response.Status: >= 400 } refusal && ServerJson.Read(refusal.Request.Body)?.Has("auth") == true)
            throw scene.Violation("a refusal before authentication", $"{refusal.Outcome} after it", refusal);
    }

    /// <summary>The response is a success, or has <c>soft_logout</c> true.</summary>
    [Then("a refusal is a soft logout")]
    public void RefusalIsSoftLogout()
    {
        if (scene.World.Last is { Response: { Status: >= 400 } response } refusal
            && response.Json?.IsTrue("soft_logout") != true)
            throw scene.Violation("a refusal with soft_logout true", $"{refusal.Outcome} without it", refusal);
    }

    /// <summary>A header field, worded like a member of the body; if a field occurs more than once, its first value counts.</summary>
    [Then("the response header {word} is {expectation}")]
    public void HeaderIs(string name, ExpectationPhrase expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        if (scene.Refusal.IsMissing)
            return;
        if (scene.World.Last.Response is not { } response)
            throw scene.Violation($"an answer whose header {name} is {expectation}", scene.World.Last.Outcome, scene.World.Last);
        var value = response.Header(name);
        var fits = value is null
            ? expectation.MayBeAbsent || expectation.MustBeAbsent
            : Readings(value).Any(reading => expectation.Accepts(reading, DateTimeOffset.UtcNow));
        if (!fits)
            throw scene.Violation($"the header {name} is {expectation}", value is null
                ? "it is absent"
                : $"it is \"{ShortText.Of(scene.Run.Redactor.Header(name, value))}\"", scene.World.Last);
    }

    // A header has no types: digits may stand for a number.
    private static IEnumerable<JsonElement> Readings(string value)
    {
        yield return JsonSerializer.SerializeToElement(value);
        if (long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
            yield return JsonSerializer.SerializeToElement(number);
    }

    // The engine takes the first row for a header.
    private static AnswerPhrase Alternatives(DataTable table) =>
        AnswerPhrase.Parse(string.Join(" or ", table.Rows.Select(row => row[0]).Prepend(table.Header.First())));

    private Comparison Compare(string member, ExpectationPhrase expectation)
    {
        ArgumentNullException.ThrowIfNull(expectation);
        var places = new Comparison("places");
        var values = new HashSet<string>(StringComparer.Ordinal);
        var body = scene.LastBody();
        foreach (var (pointer, value) in BodyPath.Parse(member, scene.FillIn).Select(body))
        {
            var present = value.ValueKind != JsonValueKind.Undefined;
            var fits = present ? expectation.Accepts(value, DateTimeOffset.UtcNow) : expectation.MayBeAbsent || expectation.MustBeAbsent;
            var repeats = fits && present && expectation.MustDiffer && !values.Add(value.GetRawText());
            places.Add(!fits || repeats, $"{member} is {expectation}", () => Seen(
                pointer.Length == 0 ? "the body" : pointer,
                repeats ? "the same as one before" : present ? Excerpt.Of(body, pointer, scene.Run.Redactor) : "absent"));
        }

        return places;

        Deviation Seen(string place, string value) => new(place, $"{place} is {value}", scene.World.Last);
    }

    private void MustBe(AnswerPhrase answers, Exchange exchange)
    {
        if (scene.Refusal.IsMissing || answers.Accepts(exchange))
            return;
        if (answers.AreRefusals && exchange.Response is not null)
            scene.Refusal.GoOnWithout(scene.Record, new Violation(answers.ToString(), exchange.Outcome, exchange));
        else
            throw scene.Violation(answers.ToString(), exchange.Outcome, exchange);
    }
}
