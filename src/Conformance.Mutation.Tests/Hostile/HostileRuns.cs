using System.Collections.Concurrent;
using Conformance.Mutation.Hostile;
using Xunit;

namespace Conformance.Mutation.Tests.Hostile;

/// <summary>One run of each hostile server in each place, some at a time. Leaves a list of them beside the tests.</summary>
public sealed class HostileRuns : IAsyncLifetime
{
    // More than there are processors: most of them wait.
    private const int AtATime = 6;

    /// <summary>The runs.</summary>
    internal IReadOnlyDictionary<(string Name, HostilePlace Place), HostileRun> All { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var runs = new ConcurrentBag<HostileRun>();
        await Parallel.ForEachAsync(
            HostileCatalogue.All.SelectMany(hostile => hostile.Places.Select(place => (hostile, place))),
            new ParallelOptions { MaxDegreeOfParallelism = AtATime },
            async (server, _) => runs.Add(await HostileRunner.RunAsync(server.hostile, server.place)));
        All = runs.ToDictionary(run => (run.Hostile.Name, run.Place));
        await File.WriteAllLinesAsync(
            Path.Combine(AppContext.BaseDirectory, "hostile.txt"),
            runs.Select(run => run.ToString().ReplaceLineEndings(" ")).Order(StringComparer.Ordinal));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
