using System.Collections.Concurrent;
using Conformance.Gherkin.Results;
using Conformance.Matrix.Verdicts;
using Conformance.ReferenceServer.Faults;

namespace Conformance.Mutation.Tests;

/// <summary>The suite's verdicts on every fault, each run once, some at a time: a part of each run is waiting, for tokens that expire.</summary>
public sealed class FaultRuns : IDisposable
{
    private const int AtATime = 4;

    private readonly SemaphoreSlim _turns = new(AtATime);
    private readonly ConcurrentDictionary<string, Task<IReadOnlyList<(ScenarioResult Result, Verdict Verdict)>>> _runs;

    public FaultRuns() => _runs = new(
        FaultCatalogue.All.ToDictionary(fault => fault.Name, fault => Task.Run(() => RunAsync(fault.Name))));

    /// <summary>The verdict on every scenario.</summary>
    internal Task<IReadOnlyList<(ScenarioResult Result, Verdict Verdict)>> OfAsync(string fault) => _runs[fault];

    public void Dispose() => _turns.Dispose();

    private async Task<IReadOnlyList<(ScenarioResult Result, Verdict Verdict)>> RunAsync(string fault)
    {
        await _turns.WaitAsync();
        try
        {
            return await SuiteRun.AgainstAsync(fault);
        }
        finally
        {
            _turns.Release();
        }
    }
}
