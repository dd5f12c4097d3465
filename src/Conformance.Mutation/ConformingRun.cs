using System.Collections.Concurrent;
using System.Diagnostics;
using Conformance.ReferenceServer.Faults;
using Conformance.Runner.Features;

namespace Conformance.Mutation;

/// <summary>
/// A run in which each scenario is alone with a conforming homeserver. It records what each scenario makes the server do: the operations
/// that it calls, how the calls end, and the rules that are read. A fault makes no difference to a scenario that touches nothing of what
/// the fault changes.
/// </summary>
public sealed class ConformingRun
{
    private readonly IReadOnlyDictionary<Scenario, IReadOnlySet<string>> _touches;

    private ConformingRun(
        IReadOnlyList<ScenarioOutcome> outcomes, IReadOnlyDictionary<Scenario, IReadOnlySet<string>> touches, TimeSpan elapsed) =>
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
        var recorded = new ConcurrentBag<(ScenarioOutcome Outcome, IReadOnlySet<string> Touches)>();
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
        return
        [
            .. Outcomes.Where(outcome => fault.Touches.Overlaps(_touches[outcome.Scenario]))
                .OrderByDescending(outcome => outcome.Duration)
                .Select(outcome => outcome.Scenario),
        ];
    }

    private static async Task RunLaneAsync(
        Suite suite,
        ConcurrentQueue<Scenario> left,
        ConcurrentBag<(ScenarioOutcome Outcome, IReadOnlySet<string> Touches)> recorded,
        CancellationToken cancellationToken)
    {
        var touches = new ConcurrentDictionary<string, bool>(StringComparer.Ordinal);
        await using var homeservers = suite.Homeservers([], touch => touches.TryAdd(touch, true));
        while (left.TryDequeue(out var scenario))
        {
            touches.Clear();
            var outcomes = await suite.RunAsync([scenario], homeservers, cancellationToken);
            recorded.Add((outcomes.Single(), touches.Keys.ToHashSet(StringComparer.Ordinal)));
        }
    }
}
