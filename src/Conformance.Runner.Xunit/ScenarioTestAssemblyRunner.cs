using Conformance.Runner.Features;
using Conformance.Runner.Running;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Xunit;

/// <summary>Runs ordinary tests as always, and beside them the scenarios, all in one run of the engine.</summary>
internal sealed class ScenarioTestAssemblyRunner(
    ITestAssembly testAssembly,
    IEnumerable<IXunitTestCase> testCases,
    IMessageSink diagnosticMessageSink,
    IMessageSink executionMessageSink,
    ITestFrameworkExecutionOptions executionOptions,
    ScenarioTestSuite suite)
    : XunitTestAssemblyRunner(testAssembly, testCases, diagnosticMessageSink, executionMessageSink, executionOptions)
{
    private Exception? _failure;

    /// <inheritdoc/>
    protected override async Task<RunSummary> RunTestCollectionsAsync(
        IMessageBus messageBus, CancellationTokenSource cancellationTokenSource)
    {
        var all = TestCases.ToList();
        var scenarios = all.OfType<ScenarioTestCase>().ToList();

        // Away from xunit's own synchronisation context, which lets in as many as there are cores.
        var running = Task.Run(() => RunScenariosAsync(scenarios, messageBus, cancellationTokenSource), CancellationToken.None);
        TestCases = [.. all.Where(testCase => testCase is not ScenarioTestCase)];
        var summary = await base.RunTestCollectionsAsync(messageBus, cancellationTokenSource);
        summary.Aggregate(await running);
        TestCases = all;
        return summary;
    }

    /// <inheritdoc/>
    protected override Task BeforeTestAssemblyFinishedAsync()
    {
        if (_failure is not null)
            Aggregator.Add(_failure);
        return base.BeforeTestAssemblyFinishedAsync();
    }

    private async Task<RunSummary> RunScenariosAsync(
        List<ScenarioTestCase> cases, IMessageBus messageBus, CancellationTokenSource cancellation)
    {
        var reporter = new ScenarioTestReporter(cases, suite.WhyNotChecked, messageBus, cancellation);
        foreach (var unreadable in cases.Where(testCase => testCase.Error is not null))
            reporter.ReportUnreadable(unreadable);

        var scenarios = cases.Select(testCase => testCase.Scenario).OfType<Scenario>().ToList();
        if (scenarios.Count == 0)
            return reporter.Summary;
        try
        {
            await new ScenarioRunner(suite.Bindings(), Options(reporter)).RunAsync(scenarios, cancellation.Token);
        }
        catch (Exception exception)
        {
            // No scenario's: xunit reports it as the assembly's.
            _failure = exception;
        }

        return reporter.Summary;
    }

    private RunOptions Options(ScenarioTestReporter reporter)
    {
        var options = suite.Options with { Observers = [.. suite.Options.Observers, reporter] };
        return ExecutionOptions.DisableParallelizationOrDefault() ? options with { Parallelism = 1 } : options;
    }
}
