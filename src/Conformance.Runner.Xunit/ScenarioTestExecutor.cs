using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Xunit;

/// <summary>Runs ordinary tests and scenarios.</summary>
internal sealed class ScenarioTestExecutor : XunitTestFrameworkExecutor
{
    private readonly ScenarioTestSuite _suite;
    private readonly ScenarioTestCases _scenarios;

    /// <param name="assemblyName">The test assembly.</param>
    /// <param name="sourceInformationProvider">Where ordinary tests stand.</param>
    /// <param name="diagnosticMessageSink">Where diagnostic messages go.</param>
    /// <param name="suite">The features and what they run on.</param>
    public ScenarioTestExecutor(
        AssemblyName assemblyName,
        ISourceInformationProvider sourceInformationProvider,
        IMessageSink diagnosticMessageSink,
        ScenarioTestSuite suite)
        : base(assemblyName, sourceInformationProvider, diagnosticMessageSink)
    {
        _suite = suite;
        _scenarios = new ScenarioTestCases(TestAssembly, suite);
    }

    /// <inheritdoc/>
    public override ITestCase Deserialize(string value) =>
        ScenarioTestCases.IsSerialized(value) ? _scenarios.Deserialize(value) : base.Deserialize(value);

    /// <inheritdoc/>
    protected override ITestFrameworkDiscoverer CreateDiscoverer() =>
        new ScenarioTestDiscoverer(AssemblyInfo, SourceInformationProvider, DiagnosticMessageSink, _scenarios);

    /// <inheritdoc/>
    protected override async void RunTestCases(
        IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
    {
        using var runner = new ScenarioTestAssemblyRunner(
            TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions, _suite);
        await runner.RunAsync();
    }
}
