using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Xunit;

/// <summary>Finds the ordinary tests, then the scenarios.</summary>
internal sealed class ScenarioTestDiscoverer(
    IAssemblyInfo assembly, ISourceInformationProvider sourceProvider, IMessageSink diagnosticMessageSink, ScenarioTestCases scenarios)
    : XunitTestFrameworkDiscoverer(assembly, sourceProvider, diagnosticMessageSink), ITestFrameworkDiscoverer
{
    /// <summary>The base class is not open for more than types; what it finds passes through here.</summary>
    void ITestFrameworkDiscoverer.Find(
        bool includeSourceInformation, IMessageSink discoveryMessageSink, ITestFrameworkDiscoveryOptions discoveryOptions) =>
        Find(includeSourceInformation, new AddingSink(discoveryMessageSink, scenarios.All), discoveryOptions);

    /// <inheritdoc/>
    void ITestFrameworkDiscoverer.Find(
        string typeName,
        bool includeSourceInformation,
        IMessageSink discoveryMessageSink,
        ITestFrameworkDiscoveryOptions discoveryOptions) =>
        Find(
            typeName,
            includeSourceInformation,
            new AddingSink(
                discoveryMessageSink, [.. scenarios.All.Where(testCase => testCase.TestMethod.TestClass.Class.Name == typeName)]),
            discoveryOptions);

    /// <inheritdoc/>
    public override string Serialize(ITestCase testCase) =>
        testCase is ScenarioTestCase scenario ? ScenarioTestCases.Serialize(scenario) : base.Serialize(testCase);

    private sealed class AddingSink(IMessageSink inner, IReadOnlyList<ScenarioTestCase> scenarios) : IMessageSink
    {
        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is IDiscoveryCompleteMessage)
                _ = scenarios.All(scenario => inner.OnMessage(new TestCaseDiscoveryMessage(scenario)));
            return inner.OnMessage(message);
        }
    }
}
