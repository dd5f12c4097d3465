using Conformance.ReferenceServer;
using Xunit;

namespace Conformance.Mutation.Tests;

/// <summary>One run against the conforming homeserver, and one of all faults. Leaves a report beside the tests.</summary>
public sealed class FaultRuns : IAsyncLifetime
{
    // More than there are processors: a part of each run is waiting.
    private const int AtATime = 4;

    /// <summary>The report.</summary>
    public static string ReportPath => Path.Combine(AppContext.BaseDirectory, "mutation.txt");

    /// <summary>The scenarios.</summary>
    public Suite Suite { get; } = new();

    /// <summary>The run against the conforming homeserver.</summary>
    public ConformingRun Conforming { get; private set; } = null!;

    /// <summary>The run of all faults, by their names.</summary>
    public IReadOnlyDictionary<string, Mutant> Mutants { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Conforming = await ConformingRun.RecordAsync(Suite, AtATime, CancellationToken.None);
        var mutants = await new MutationRun(Suite, Conforming).RunAsync(FaultCatalogue.All, AtATime, CancellationToken.None);
        Mutants = mutants.ToDictionary(mutant => mutant.Fault.Name);
        await File.WriteAllTextAsync(ReportPath, MutationReport.Write(Conforming, mutants));
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
