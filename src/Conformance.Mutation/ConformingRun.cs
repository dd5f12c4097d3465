using System.Collections.Concurrent;
using System.Diagnostics;
using Conformance.ReferenceServer.Faults;
using Conformance.Runner.Features;

namespace Conformance.Mutation;

/// <summary>
/// A run in which each scenario is alone with a conforming homeserver. It records what each scenario makes the server do: the operations
/// that it calls, how the calls end, and the rules that are read. A fault makes no difference to a scenario that touches nothing of what
/// the fault changes. Where the fault changes what nearly all touch in their set-ups, only those count that touch it elsewhere too.
/// </summary>
public sealed class ConformingRun
{
    // What more scenarios touch, such as registration, nearly all have in their set-up.
    private const int MostInSetUp = 250;

    private readonly IReadOnlyDictionary<Scenario, Touches> _touches;

    private ConformingRun(IReadOnlyList<ScenarioOutcome> outcomes, IReadOnlyDictionary<Scenario, Touches> touches, TimeSpan elapsed) =>
        (Outcomes, _touches, Elapsed) = (outcomes, touches, elapsed);

    /// <summary>The outcome of each scenario on the conforming homeserver.</summary>
    public IReadOnlyList<ScenarioOutcome> Outcomes { get; }

    /// <summary>How long the run took.</summary>
    public TimeSpan Elapsed { get; }

    /// <summary>Runs all scenarios in parallel lanes, each with its own homeservers.</summary>
    /// <param name="suite">The scenarios.</param>
    /// <param name="lanes">How many lanes, at least 1.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public static async Task<ConformingRun> RecordAsync(Suite suite, int lanes, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(suite);
        var started = Stopwatch.GetTimestamp();
        var left = new ConcurrentQueue<Scenario>(suite.Scenarios);
        var recorded = new ConcurrentBag<(ScenarioOutcome Outcome, Touches Touches)>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, lanes),
            new ParallelOptions { MaxDegreeOfParallelism = lanes, CancellationToken = cancellationToken },
            async (_, token) => await RunLaneAsync(suite, left, recorded, token));
        return new ConformingRun(
            [.. recorded.Select(scenario => scenario.Outcome)],
            recorded.ToDictionary(scenario => scenario.Outcome.Scenario, scenario => scenario.Touches),
            Stopwatch.GetElapsedTime(started));
    }

    /// <summary>The scenarios that can see a fault, the slowest first: they wait for most of their time, while others run.</summary>
    public IReadOnlyList<Scenario> Touching(Fault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        var all = Outcomes.Where(outcome => _touches[outcome.Scenario].Has(fault)).ToList();
        return
        [
            .. all.Where(outcome => all.Count <= MostInSetUp || _touches[outcome.Scenario].CanSee(outcome.Scenario, fault))
                .OrderByDescending(outcome => outcome.Duration)
                .Select(outcome => outcome.Scenario),
        ];
    }

    private static async Task RunLaneAsync(
        Suite suite,
        ConcurrentQueue<Scenario> left,
        ConcurrentBag<(ScenarioOutcome Outcome, Touches Touches)> recorded,
        CancellationToken cancellationToken)
    {
        // The homeservers outlive a scenario, and report to the one that runs.
        var touches = new Touches();
        await using var homeservers = suite.Homeservers([], touch => touches.Add(touch), role => touches.Sending(role));
        while (left.TryDequeue(out var scenario))
        {
            touches = new Touches();
            var outcomes = await suite.RunAsync([scenario], homeservers, cancellationToken);
            recorded.Add((outcomes.Single(), touches));
        }
    }
}
