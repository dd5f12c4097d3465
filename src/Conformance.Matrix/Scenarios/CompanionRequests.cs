using System.Text.Json;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios.Knowledge;
using Conformance.Matrix.Verdicts;

namespace Conformance.Matrix.Scenarios;

/// <summary>
/// What the homeserver asked of the suite's own servers because of a scenario. Many scenarios share the servers: a request belongs to the
/// one whose names, addresses or client secrets are in it, which no other scenario has.
/// </summary>
/// <param name="run">The run that the scenario belongs to.</param>
/// <param name="knowledge">What the suite knows of the scenario's people.</param>
/// <param name="fresh">What was made up for the scenario.</param>
internal sealed class CompanionRequests(TestRun run, SuiteKnowledge knowledge, FreshValues fresh)
{
    private const int MostKept = 50;

    /// <summary>The scenario's requests so far that are not as the specification has them: a violation for each fault of an
    /// operation.</summary>
    public IReadOnlyList<Violation> Violations()
    {
        var faults = run.CompanionFaults.All;
        if (faults.Count == 0)
            return [];
        var own = Own();
        return
        [
            .. faults.Where(fault => TextsOf(fault.Request).Any(text => own.Exists(value => Contains(text, value))))
                .Select(fault => new Violation(
                    $"the homeserver asks for {fault.Operation.Id} as in {fault.Operation.Link(run.Specification.Version)}",
                    run.Redactor.Text($"{fault.Operation} with {fault.What}"),
                    null))
                .Distinct(),
        ];
    }

    /// <summary>The scenario's newest requests, in the order they came.</summary>
    public IReadOnlyList<IncomingRequest> Newest()
    {
        if (run.Target.Companions.Requests?.All is not { Count: > 0 } requests)
            return [];
        var own = Own();
        return
        [
            .. requests.Where(request => TextsOf(request).Any(text => own.Exists(value => Contains(text, value))))
                .TakeLast(MostKept)
                .Select(request => new IncomingRequest(request.Api, request.Method, request.Path, request.Query, request.Body)),
        ];
    }

    /// <summary>The values that no other scenario has.</summary>
    private List<string> Own() =>
    [
        .. fresh.Given,
        .. knowledge.Accounts.Made.Select(account => account.UserId),
        .. knowledge.People.All.SelectMany(actor => actor.Mentioned).Select(threePid => threePid.Address),
        .. knowledge.People.All.Select(actor => actor.Account?.UserId).OfType<string>(),
        .. knowledge.Validations.All.SelectMany(session => new[] { session.ClientSecret, session.ThreePid.Address }),
    ];

    /// <summary>The texts in a request: of its path, its query and its body.</summary>
    private static IEnumerable<string> TextsOf(CompanionRequest request) =>
    [
        .. request.Path.Split('/').Select(Uri.UnescapeDataString),
        .. request.Query.Select(given => given.Value),
        .. ServerJson.Read(request.Body) is { } body ? TextsIn(body) : [System.Text.Encoding.UTF8.GetString(request.Body.Span)],
    ];

    private static IEnumerable<string> TextsIn(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => value.Members().SelectMany(member => TextsIn(member.Value)),
        JsonValueKind.Array => value.Items().SelectMany(TextsIn),
        _ => value.Text() is { } text ? [text] : [],
    };

    // Names end in numbers: that of another scenario may begin with this one's.
    private static bool Contains(string text, string value)
    {
        for (var start = text.IndexOf(value, StringComparison.OrdinalIgnoreCase); start >= 0;
            start = text.IndexOf(value, start + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = start + value.Length;
            if (end == text.Length || !char.IsAsciiLetterOrDigit(text[end]))
                return true;
        }

        return false;
    }
}
