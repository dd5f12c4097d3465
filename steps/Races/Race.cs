using System.Text.Json.Nodes;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Verdicts;
using Conformance.Steps.Phrases;
using Conformance.Steps.Scenes;

namespace Conformance.Steps.Races;

/// <summary>
/// Lets clients send requests at the same time, in ten tries, and remembers the tries for the steps that look at them. Nothing is waited
/// for between the requests of a try, each of which has a connection of its own.
/// </summary>
/// <param name="scene">The scenario.</param>
public sealed class Race(Scene scene)
{
    /// <summary>How often clients try. What a server does wrong only now and then is wrong.</summary>
    private const int MostTries = 10;

    /// <summary>The tries of the last race.</summary>
    public IReadOnlyList<RaceTry> Tries { get; private set; } = [];

    /// <summary>Makes the tries, one after the other.</summary>
    /// <param name="tryOnce">Makes a try, given its number. It skips the scenario where a flow of authentication cannot be
    /// completed.</param>
    public async Task RunAsync(Func<int, Task<RaceTry>> tryOnce)
    {
        ArgumentNullException.ThrowIfNull(tryOnce);
        var tries = new List<RaceTry>();
        for (var number = 1; number <= MostTries; number++)
            tries.Add(await scene.AuthenticateAsync(() => tryOnce(number)));
        if (tries.All(attempt => attempt is { IsRateLimited: true, Successes.Count: 0 }))
            throw new NotCheckedException("the server's rate limit refused the requests of every try");
        Tries = tries;
        scene.Several =
            [.. tries.SelectMany(attempt => attempt.Exchanges.Select(exchange => new Variant(attempt.Name, exchange)))];
    }

    /// <summary>Sends requests at the same time.</summary>
    /// <param name="number">The number of the try.</param>
    /// <param name="requests">The requests, each with who makes it.</param>
    /// <returns>The exchanges, in the order of the requests.</returns>
    public async Task<IReadOnlyList<Exchange>> SendAsync(int number, params IReadOnlyList<(OperationCall Call, Caller Caller)> requests)
    {
        ArgumentNullException.ThrowIfNull(requests);
        var together = new SentTogether(number);
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var exchanges = requests.Select(async request =>
        {
            await start.Task;
            return await scene.World.CallAsync(
                request.Call with { Together = together }, request.Caller, scene.Role, scene.Cancellation);
        }).ToList();
        start.SetResult();
        return await Task.WhenAll(exchanges);
    }

    /// <summary>A call with arguments.</summary>
    /// <exception cref="SuiteErrorException">There is no such operation.</exception>
    public OperationCall Call(string operation, params ReadOnlySpan<(string Name, JsonNode? Value)> arguments)
    {
        var given = new JsonObject();
        foreach (var (name, value) in arguments)
            given[name] = value;
        return scene.Call(CallerPhrase.Somebody, scene.OperationOf(operation), given);
    }

    /// <summary>Looks at every try, goes on to the last, and tells of each that is not as expected.</summary>
    /// <param name="expected">All that is acceptable of one try, one phrase.</param>
    /// <param name="look">What is seen of a try that is not as expected, one phrase, and where; null of one that is.</param>
    /// <exception cref="ViolationException">A try is not as expected.</exception>
    public async Task MustHoldAsync(string expected, Func<RaceTry, Task<(string Actual, Exchange? Exchange)?>> look)
    {
        ArgumentNullException.ThrowIfNull(look);
        if (Tries.Count == 0)
            throw new SuiteErrorException("the feature looks at tries before there are any", "put a When step about two clients first.");

        // A 5xx is the judge's to weigh, and what is seen after it may be so because of that.
        var telling = Tries.Where(attempt => !attempt.Exchanges.Any(exchange => exchange.IsServerError)).ToList();
        if (telling.Count == 0)
            throw new NotCheckedException("the server failed in every try");
        var tries = new Comparison("tries");
        foreach (var attempt in telling)
        {
            var seen = await look(attempt);
            tries.Add(seen is not null, expected, () => new Deviation(attempt.Name, seen!.Value.Actual, seen.Value.Exchange));
        }

        scene.MustHold(tries);
    }

    /// <summary>The request that was kept back of a call.</summary>
    /// <exception cref="ViolationException">The call ended before; the race cannot begin.</exception>
    public static OperationCall RequestOf(HeldCall held)
    {
        ArgumentNullException.ThrowIfNull(held);
        return held.Request ?? throw new ViolationException(
            new Violation($"set-up: {held.Call.Operation.Id} is challenged", held.Last.Outcome, held.Last) { IsOfSetUp = true });
    }
}
