using Conformance.Runner.Features;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Xunit;

/// <summary>A scenario, or a feature that cannot be read, as xunit's test case.</summary>
internal sealed class ScenarioTestCase : IXunitTestCase
{
    private const string IgnoreTag = "ignore";

    /// <summary>A scenario.</summary>
    /// <param name="feature">Its feature.</param>
    /// <param name="scenario">It.</param>
    /// <param name="method">The name of its method, which no other of the feature has.</param>
    /// <param name="path">Its file.</param>
    public ScenarioTestCase(ITestClass feature, Scenario scenario, string method, string path)
        : this(feature, $"{scenario.Feature}: {scenario.Name}", method, path, scenario.Line)
    {
        Scenario = scenario;
        UniqueID = TestNames.Id(scenario.File, scenario.Name);
        SkipReason = scenario.Tags.Contains(IgnoreTag, StringComparer.OrdinalIgnoreCase) ? "Ignored" : null;
        Traits.Add("FeatureTitle", [scenario.Feature]);
        Traits.Add("Description", [scenario.Title ?? scenario.Name]);
        if (scenario.Tags.Count > 0)
            Traits.Add("Category", [.. scenario.Tags]);
    }

    /// <summary>A feature that cannot be read.</summary>
    public ScenarioTestCase(ITestClass feature, string file, FeatureSyntaxException error, string path, int line)
        : this(feature, $"{file} can be read", "CanBeRead", path, line)
    {
        Error = error;
        UniqueID = TestNames.Id(file);
    }

    private ScenarioTestCase(ITestClass feature, string displayName, string method, string path, int line)
    {
        DisplayName = displayName;
        TestMethod = new TestMethod(feature, new ScenarioMethod(feature.Class, method));
        SourceInformation = new SourceInformation { FileName = path, LineNumber = line };
        UniqueID = "";
        Test = new ScenarioTest(this);
    }

    /// <summary>Its one test. Runners tell tests apart by the object.</summary>
    public ScenarioTest Test { get; }

    /// <summary>The scenario; null for a feature that cannot be read.</summary>
    public Scenario? Scenario { get; }

    /// <summary>Why the feature cannot be read; null where it can.</summary>
    public FeatureSyntaxException? Error { get; }

    /// <inheritdoc/>
    public string DisplayName { get; }

    /// <inheritdoc/>
    public string? SkipReason { get; }

    /// <inheritdoc/>
    public ISourceInformation SourceInformation { get; set; }

    /// <inheritdoc/>
    public ITestMethod TestMethod { get; }

    /// <inheritdoc/>
    public object[] TestMethodArguments => [];

    /// <inheritdoc/>
    public Dictionary<string, List<string>> Traits { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public string UniqueID { get; }

    /// <inheritdoc/>
    public Exception? InitializationException => null;

    /// <inheritdoc/>
    public IMethodInfo Method => TestMethod.Method;

    /// <inheritdoc/>
    public int Timeout => 0;

    /// <summary>Not for this kind of case: scenarios are run together.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink,
        IMessageBus messageBus,
        object[] constructorArguments,
        ExceptionAggregator aggregator,
        CancellationTokenSource cancellationTokenSource) =>
        throw new NotSupportedException($"'{DisplayName}' is a scenario; it is run by {nameof(ScenarioTestAssemblyRunner)}.");

    /// <summary>Not for this kind of case: it travels as its id.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Deserialize(IXunitSerializationInfo info) => throw Serialisation();

    /// <summary>Not for this kind of case: it travels as its id.</summary>
    /// <exception cref="NotSupportedException">Always.</exception>
    public void Serialize(IXunitSerializationInfo info) => throw Serialisation();

    private NotSupportedException Serialisation() =>
        new($"'{DisplayName}' is a scenario; it is serialised by {nameof(ScenarioTestDiscoverer)}.");
}
