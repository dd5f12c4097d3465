using System.Collections.Concurrent;
using System.Diagnostics;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using Reqnroll;

namespace Conformance.Runner;

/// <summary>Runs scenarios on Reqnroll, many at a time.</summary>
/// <remarks>
/// <para>
/// Nothing that happens in one scenario keeps another from running. Steps after one that failed are not run; the hooks after it and after
/// the scenario are. A scenario whose time is up, or that is running when the run is cancelled, is asked to stop by its
/// <see cref="ScenarioDeadline"/>, and left to itself if it does not.
/// </para>
/// <para>
/// Scenarios for which <see cref="RunOptions.TryAgain"/> says so run once more when all others have ended, one at a time.
/// </para>
/// <para>
/// The hooks of a feature run once for each scenario that runs at the same time, as Reqnroll has it. Several runs may go on side by side.
/// </para>
/// </remarks>
/// <param name="registry">The bindings.</param>
/// <param name="options">How to run.</param>
public sealed class ScenarioRunner(BindingRegistry registry, RunOptions options)
{
    private const string IgnoreTag = "ignore";

    /// <summary>Runs the scenarios. Cancelling ends the run early, with results all the same.</summary>
    /// <returns>A result for each scenario, in their order. Those that never began are <see cref="ScenarioOutcome.Cancelled"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The options ask for less than one scenario at a time.</exception>
    /// <exception cref="RunFailedException">Something outside of all scenarios went wrong; it has the results.</exception>
    public async Task<IReadOnlyList<ScenarioResult>> RunAsync(IReadOnlyList<Scenario> scenarios, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Parallelism, 1);

        var started = Stopwatch.GetTimestamp();
        var container = RunContainer.Create(registry.Bindings, options);
        var failures = container.Resolve<RunFailures>();
        failures.RunToken = cancellationToken;
        options.ConfigureRun?.Invoke(container);
        var runners = container.Resolve<ITestRunnerManager>();
        runners.Initialize(typeof(ScenarioRunner).Assembly);
        var relay = new ObserverRelay(options.Observers);
        relay.RunStarted(scenarios.Count);

        var results = new ScenarioResult[scenarios.Count];
        var notStarted = await Caught(runners.FireTestRunStartAsync);
        var features = scenarios
            .GroupBy(scenario => (scenario.File, scenario.Feature))
            .ToDictionary(feature => feature.Key, feature => new FeatureProgress([.. feature]));
        var putOff = new ConcurrentBag<int>();
        var pace = new ScenarioPace(options.Parallelism);
        await Parallel.ForEachAsync(
            Enumerable.Range(0, scenarios.Count),
            new ParallelOptions { MaxDegreeOfParallelism = options.Parallelism },
            async (index, _) =>
            {
                var scenario = scenarios[index];
                var feature = features[(scenario.File, scenario.Feature)];
                var entered = await pace.EnterAsync();
                results[index] = await RunOneAsync(scenario, feature.Info, notStarted, isAlone: false);
                pace.Leave(entered, options.IsStrained?.Invoke(results[index]) == true);
                if (feature.ScenarioEnded())
                    await EndFeatureAsync(feature.Info);
                if (!cancellationToken.IsCancellationRequested && options.TryAgain?.Invoke(results[index]) == true)
                {
                    putOff.Add(index);
                    relay.ScenarioPutOff(results[index]);
                }
                else
                {
                    relay.ScenarioFinished(results[index]);
                }
            });

        foreach (var index in putOff.Order())
        {
            var earlier = results[index];
            if (cancellationToken.IsCancellationRequested || !options.TryAgain!(earlier))
            {
                relay.ScenarioFinished(earlier);
                continue;
            }

            var feature = features[(scenarios[index].File, scenarios[index].Feature)].Info;
            var result = await RunOneAsync(scenarios[index], feature, notStarted, isAlone: true);
            await EndFeatureAsync(feature);

            // A run that is cancelled now has the first results.
            results[index] = result.Outcome == ScenarioOutcome.Cancelled ? earlier : result with { Earlier = earlier };
            if (results[index].Earlier is not null)
                options.TriedAgain?.Invoke(results[index]);
            relay.ScenarioFinished(results[index]);
        }

        await failures.WatchAsync("After the run", runners.DisposeAsync);
        relay.RunFinished(Stopwatch.GetElapsedTime(started));
        await relay.CompleteAsync();
        foreach (var (observer, exception) in relay.Failures)
            failures.Add($"The observer {observer}", exception);
        failures.ThrowIfAny(results);
        return results;

        Task EndFeatureAsync(FeatureInfo feature) => failures.WatchAsync(
            $"After the feature '{feature.Title}'", () => runners.EndFeatureForAvailableTestRunnersAsync(feature));

        async Task<ScenarioResult> RunOneAsync(Scenario scenario, FeatureInfo feature, Exception? reason, bool isAlone)
        {
            if (cancellationToken.IsCancellationRequested)
                return NotRun(scenario, ScenarioOutcome.Cancelled, null);

            relay.ScenarioStarted(scenario);
            if (scenario.Tags.Contains(IgnoreTag, StringComparer.OrdinalIgnoreCase))
                return NotRun(scenario, ScenarioOutcome.Skipped, "Ignored");

            var runner = runners.GetTestRunner(feature);
            using var execution = new ScenarioExecution(scenario, registry.WhyUnbound, options, runner, isAlone, cancellationToken);
            reason ??= await EnterAsync(runner, feature, failures);
            var result = reason is null ? await execution.RunAsync() : execution.NotBegun(reason, failures.HookOf(reason));
            if (execution.IsOver)
                runners.ReleaseTestRunnerToPool(runner);
            return result;
        }
    }

    // Ends the feature that the runner was at before, and begins this one.
    private static async Task<Exception?> EnterAsync(ITestRunner runner, FeatureInfo feature, RunFailures failures)
    {
        if (runner.FeatureContext is { } other && !ReferenceEquals(other.FeatureInfo, feature))
            await failures.WatchAsync($"After the feature '{other.FeatureInfo.Title}'", runner.OnFeatureEndAsync);
        return runner.FeatureContext is null
            ? await Caught(() => runner.OnFeatureStartAsync(feature))
            : runner.FeatureContext.BeforeFeatureHookError;
    }

    private static async Task<Exception?> Caught(Func<Task> part)
    {
        try
        {
            await part();
            return null;
        }
        catch (Exception exception)
        {
            return exception;
        }
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
