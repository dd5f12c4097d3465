using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Conformance.Matrix.Exchanges;
using Conformance.Reports.Model;

namespace Conformance.Reports.Causes;

/// <summary>
/// Tells what belongs together. What shares a key has the same cause:
/// the same operation that is not there; the same server error; the same requirement with the same difference; the same operation that
/// gives the same refusal, where the same statuses are due, to requests of the same members; the same member that is null, or absent from
/// the same operation's answer; and a failure that follows from another.
/// </summary>
/// <param name="marks">Tells which operations are not there.</param>
internal sealed partial class CauseKeys(CauseMarks marks)
{
    private const int FirstError = 400;
    private const int FirstServerError = 500;
    private const string SetUp = "set-up: ";

    /// <summary>The keys of a scenario that failed or warned; its own id where it has nothing in common with others. Of several differences
    /// that a step saw the first one counts: two causes would become one where a single scenario shows both.</summary>
    public IEnumerable<string> Of(ScenarioReport scenario) => scenario.Violations is [var first, ..]
        ? Of(scenario, first)
        : [Key("scenario", scenario.Id)];

    /// <summary>The keys of a kind of response.</summary>
    public IEnumerable<string> Of(ResponseReport response)
    {
        yield return Key("response", response.Check);
        if (response.Findings.Any(finding => finding.Kind is FindingKind.NotImplemented))
        {
            yield return NotImplemented(response.Operation);
            yield break;
        }

        foreach (var finding in marks.Counting(response))
        {
            if (response.Status >= FirstServerError)
                yield return ServerError(response.Operation, response.Status);
            else if (finding is { Kind: FindingKind.Schema, Actual: "null" })
                yield return Null(finding.Pointer);
        }
    }

    private IEnumerable<string> Of(ScenarioReport scenario, ViolationReport violation)
    {
        if (marks.IsNotImplemented(violation))
            return [NotImplemented(violation.Exchange!.Operation!)];

        var seen = Seen.Of(violation.Actual);
        return
        [
            .. scenario.Checks.Select(check => Key("requirement", check ?? scenario.Id, Due(violation.Expected), seen)),
            .. InAnswer(violation, seen),
            .. Following(scenario, violation),
        ];
    }

    private static IEnumerable<string> InAnswer(ViolationReport violation, string seen)
    {
        if (violation.Exchange is not { Operation: { } operation, Status: { } status } exchange)
            yield break;
        if (status >= FirstServerError)
            yield return ServerError(operation, status);
        else if (status >= FirstError && seen.StartsWith(status.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal))
            yield return Key("answer", operation, seen, Due(violation.Expected), Members(exchange.RequestBody));
        else if (NoMember().Match(seen) is { Success: true } match)
            yield return match.Groups["how"].Value == "null"
                ? Null(match.Groups["pointer"].Value)
                : Key("absent", operation, Leaf(match.Groups["pointer"].Value));
    }

    // A scenario that needed the operation shares a key with each that is about it.
    private static IEnumerable<string> Following(ScenarioReport scenario, ViolationReport violation) =>
        violation.Exchange is not { Operation: { } operation } || !Refusal().IsMatch(violation.Actual)
            ? []
            : scenario.FollowsFrom.Concat(scenario.Checks)
                .Select(check => Key("refusal", check ?? scenario.Id, operation, violation.Actual));

    private static string NotImplemented(string operation) => Key("not implemented", operation);

    private static string ServerError(string operation, int status) =>
        Key("server error", operation, status.ToString(CultureInfo.InvariantCulture));

    private static string Null(string pointer) => Key("null", Leaf(pointer));

    private static string Leaf(string pointer) => pointer[(pointer.LastIndexOf('/') + 1)..];

    // The statuses that an expectation names; a success is what a set-up needs.
    private static string Due(string expected)
    {
        if (expected.StartsWith(SetUp, StringComparison.Ordinal))
            return "200";
        var statuses = Seen.StatusesIn(expected);
        return statuses.Count == 0 ? Seen.Of(expected) : string.Join(' ', statuses);
    }

    // The members of a request tell which way into the operation it takes; a body that is no object takes none.
    private static string Members(string? body)
    {
        try
        {
            using var json = JsonDocument.Parse(body ?? "");
            return json.RootElement.ValueKind is JsonValueKind.Object
                ? string.Join(' ', json.RootElement.EnumerateObject().Select(member => member.Name).Order(StringComparer.Ordinal))
                : "";
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return "";
        }
    }

    private static string Key(params string[] parts) => string.Join('\n', parts);

    [GeneratedRegex(@"^(?<pointer>/\S+) is (?<how>null|absent)$")]
    private static partial Regex NoMember();

    [GeneratedRegex(@"^[3-5]\d\d\b")]
    private static partial Regex Refusal();
}
