using System.Collections.Concurrent;
using Conformance.Mutation.Variations;
using Xunit;

namespace Conformance.Mutation.Tests.Variations;

/// <summary>One run of each permitted variation, some at a time. Leaves a list of the alarms beside the tests.</summary>
public sealed class VariationRuns : IAsyncLifetime
{
    // More than there are processors: a part of each run is waiting.
    private const int AtATime = 3;

    /// <summary>The runs, by the names of the variations.</summary>
    public IReadOnlyDictionary<string, VariationRun> All { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var suite = new Suite();
        var runs = new ConcurrentDictionary<string, VariationRun>();
        await Parallel.ForEachAsync(
            VariationCatalogue.All,
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (variation, token) => runs[variation.Name] = await VariationRun.RunAsync(suite, variation, token));
        All = runs;
        await File.WriteAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "variations.txt"),
            from run in runs
            orderby run.Key
            from line in run.Value.Alarms.Select(alarm => $"{alarm}").Concat(run.Value.Findings)
                .Prepend($"{run.Value.Outcomes.Count} scenarios, {run.Value.Skipped.Count()} skipped")
            select $"{run.Key}: {line.ReplaceLineEndings(" ")}");
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
