using System.Diagnostics;
using Conformance.Runner.Bindings;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using Reqnroll.BoDi;

namespace Conformance.Runner;

/// <summary>Runs scenarios, many at a time.</summary>
/// <remarks>
/// Nothing that happens in one scenario keeps another from running. Steps after one that failed are not run; the hooks after it and after the scenario
/// are. A scenario whose time is up, or that is running when the run is cancelled, is asked to stop by its <see cref="ScenarioDeadline"/>, and left to
/// itself if it does not.
/// </remarks>
/// <param name="registry">The bindings.</param>
/// <param name="options">How to run.</param>
public sealed class ScenarioRunner(BindingRegistry registry, RunOptions options)
{
    private const string IgnoreTag = "ignore";
    private readonly Invocation _invocation = new(options.StopTimeout);

    /// <summary>Runs the scenarios. Cancelling ends the run early, with results all the same.</summary>
    /// <returns>A result for each scenario, in their order. Those that never began are <see cref="ScenarioOutcome.Cancelled"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The options ask for less than one scenario at a time.</exception>
    /// <exception cref="RunFailedException">Something outside of all scenarios went wrong; it has the results.</exception>
    public async Task<IReadOnlyList<ScenarioResult>> RunAsync(IReadOnlyList<Scenario> scenarios, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallelism, 1);

        var started = Stopwatch.GetTimestamp();
        var failures = new FailureLog();
        await using var container = new ObjectContainer();
        options.ConfigureRun?.Invoke(container);
        var relay = new ObserverRelay(options.Observers);
        relay.RunStarted(scenarios.Count);

        var results = new ScenarioResult[scenarios.Count];
        var beforeRun = RunHooksAsync(HookKind.BeforeTestRun, container, options.ScenarioTimeout, cancellationToken);

        // What they threw is every scenario's result.
        await beforeRun.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var features = scenarios
            .GroupBy(scenario => (scenario.File, scenario.Feature))
            .ToDictionary(feature => feature.Key, feature => new FeatureScope([.. feature], registry, options, container));
        await Parallel.ForEachAsync(
            Enumerable.Range(0, scenarios.Count),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism },
            async (index, _) =>
            {
                var scenario = scenarios[index];
                var feature = features[(scenario.File, scenario.Feature)];
                results[index] = await RunOneAsync(scenario, feature, beforeRun, relay, cancellationToken);
                await failures.WatchAsync($"After the feature '{scenario.Feature}'", feature.ScenarioEndedAsync);
                relay.ScenarioFinished(results[index]);
            });

        await failures.WatchAsync("After the run", () => RunHooksAsync(HookKind.AfterTestRun, container, options.CleanUpTimeout, CancellationToken.None));
        await failures.WatchAsync("After the run", () => _invocation.DisposeAsync(container, options.CleanUpTimeout));
        relay.RunFinished(Stopwatch.GetElapsedTime(started));
        await relay.CompleteAsync();
        foreach (var (observer, exception) in relay.Failures)
            failures.Add($"The observer {observer}", exception);
        failures.ThrowIfAny(results);
        return results;
    }

    private async Task<ScenarioResult> RunOneAsync(
        Scenario scenario, FeatureScope feature, Task beforeRun, ObserverRelay relay, CancellationToken cancellationToken)
    {
        if (cancellationToken.IsCancellationRequested)
            return NotRun(scenario, ScenarioOutcome.Cancelled, null);

        relay.ScenarioStarted(scenario);
        if (scenario.Tags.Contains(IgnoreTag, StringComparer.OrdinalIgnoreCase))
            return NotRun(scenario, ScenarioOutcome.Skipped, "Ignored");

        using var execution = new ScenarioExecution(scenario, registry, options, feature.Container, cancellationToken);
        return await execution.RunAsync(async () =>
        {
            await beforeRun;
            await feature.StartAsync();
        });
    }

    private async Task RunHooksAsync(HookKind kind, ObjectContainer container, TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(timeout);
        await _invocation.RunHooksAsync(registry, kind, ScopeSubject.Run, container, time.Token);
    }

    private static ScenarioResult NotRun(Scenario scenario, ScenarioOutcome outcome, string? reason) => new()
    {
        Scenario = scenario,
        Outcome = outcome,
        SkipReason = reason,
        Duration = TimeSpan.Zero,
        Context = new Dictionary<string, object>(),
    };
}
