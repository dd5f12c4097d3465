using Conformance.Runner.Features;
using Conformance.Runner.Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Tests.Xunit;

/// <summary>Drives the adapter as a runner does: finds cases, sends them through text, runs them.</summary>
internal sealed class AdapterRunner(IReadOnlyList<FeatureSource> features, string? root, params Type[] bindings)
{
    public async Task<IReadOnlyList<ITestCase>> FindAsync(string? typeName = null)
    {
        var assembly = Reflector.Wrap(typeof(AdapterRunner).Assembly);
        ITestFrameworkDiscoverer discoverer = new ScenarioTestDiscoverer(
            assembly, new NoSourceInformation(), new RecordingSink(), new ScenarioTestCases(new TestAssembly(assembly), Suite()));
        var sink = new RecordingSink();
        if (typeName is null)
            discoverer.Find(false, sink, new XunitOptions());
        else
            discoverer.Find(typeName, false, sink, new XunitOptions());

        var cases = (await sink.AllAsync()).OfType<ITestCaseDiscoveryMessage>().Select(message => message.TestCase);
        var executor = Executor();
        return [.. cases.Select(discoverer.Serialize).Select(executor.Deserialize)];
    }

    public ITestCase Deserialize(string text) => Executor().Deserialize(text);

    public async Task<IReadOnlyList<IMessageSinkMessage>> RunAsync(
        IEnumerable<ITestCase> cases, Action<XunitOptions>? configure = null, Func<IMessageSinkMessage, bool>? goOn = null)
    {
        var options = new XunitOptions();
        configure?.Invoke(options);
        var sink = new RecordingSink(goOn);
        Executor().RunTests(cases, sink, options);
        return await sink.AllAsync();
    }

    private ScenarioTestExecutor Executor() => new(
        typeof(AdapterRunner).Assembly.GetName(), new NoSourceInformation(), new RecordingSink(), Suite());

    /// <summary>What is different about the suite; null for nothing.</summary>
    public Func<ScenarioTestSuite, ScenarioTestSuite>? Configure { get; init; }

    private ScenarioTestSuite Suite()
    {
        var suite = new ScenarioTestSuite { Features = features, Root = root, Bindings = () => BindingRegistry.FromTypes(bindings) };
        return Configure?.Invoke(suite) ?? suite;
    }
}
