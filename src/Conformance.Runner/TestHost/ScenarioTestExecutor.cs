using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.TestHost;

/// <summary>Runs ordinary tests and scenarios.</summary>
internal sealed class ScenarioTestExecutor : XunitTestFrameworkExecutor
{
    private readonly ScenarioTestCases _scenarios;
    private readonly Lazy<BindingRegistry> _registry;
    private readonly Assembly _assembly;

    /// <param name="assemblyName">The test assembly.</param>
    /// <param name="sourceInformationProvider">Where ordinary tests stand.</param>
    /// <param name="diagnosticMessageSink">Where diagnostic messages go.</param>
    /// <param name="given">Features and bindings to take instead of the assembly's own.</param>
    public ScenarioTestExecutor(
        AssemblyName assemblyName,
        ISourceInformationProvider sourceInformationProvider,
        IMessageSink diagnosticMessageSink,
        (FeatureResources Features, IReadOnlyList<Type> Bindings)? given)
        : base(assemblyName, sourceInformationProvider, diagnosticMessageSink)
    {
        _assembly = Assembly.Load(assemblyName);
        _scenarios = new ScenarioTestCases(TestAssembly, given?.Features ?? FeatureResources.Of(_assembly));
        _registry = new Lazy<BindingRegistry>(() => given is { } own ? BindingRegistry.FromTypes(own.Bindings) : BindingRegistry.FromAssembly(_assembly));
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
            TestAssembly, testCases, DiagnosticMessageSink, executionMessageSink, executionOptions, _registry, _assembly.GetCustomAttribute<ScenarioRunAttribute>());
        await runner.RunAsync();
    }
}
