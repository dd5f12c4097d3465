using System.Collections.Concurrent;
using System.Diagnostics;
using Conformance.ReferenceServer.Faults;
using Conformance.Runner.Features;

namespace Conformance.Mutation;

/// <summary>Runs the suite against faults, and for each fault only the scenarios that can see it.</summary>
/// <param name="suite">The scenarios.</param>
/// <param name="conforming">What they make the conforming homeserver do.</param>
public sealed class MutationRun(Suite suite, ConformingRun conforming)
{
    /// <summary>Runs the scenarios against each fault, several faults at a time.</summary>
    /// <param name="faults">The faults.</param>
    /// <param name="atATime">How many faults at a time, at least 1. Part of each run is waiting for tokens to expire.</param>
    /// <param name="cancellationToken">Cancels the run.</param>
    public async Task<IReadOnlyList<Mutant>> RunAsync(IReadOnlyList<Fault> faults, int atATime, CancellationToken cancellationToken)
    {
        var mutants = new ConcurrentBag<Mutant>();

        // The longest runs first, so that none is left alone at the end.
        var scenarios = faults.ToDictionary(fault => fault, conforming.Touching);
        await Parallel.ForEachAsync(
            scenarios.OrderByDescending(pair => pair.Value.Count),
            new ParallelOptions { MaxDegreeOfParallelism = atATime, CancellationToken = cancellationToken },
            async (pair, token) => mutants.Add(await RunAsync(pair.Key, pair.Value, token)));
        return [.. mutants.OrderBy(mutant => mutant.Fault.Name, StringComparer.Ordinal)];
    }

    // Where a fault spoils the set-up of most scenarios, only those of its own requirement are worth a second try.
    private async Task<Mutant> RunAsync(Fault fault, IReadOnlyList<Scenario> scenarios, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        await using var homeservers = suite.Homeservers([fault.Name]);
        var outcomes = await suite.RunAsync(
            scenarios, homeservers, cancellationToken, scenario => scenario.Tags.Contains(fault.RequirementId, StringComparer.Ordinal));
        return new Mutant(fault, outcomes, Stopwatch.GetElapsedTime(started));
    }
}
