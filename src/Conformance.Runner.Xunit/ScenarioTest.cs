using Xunit.Abstractions;

namespace Conformance.Runner.Xunit;

/// <summary>The one test of a scenario's test case.</summary>
internal sealed class ScenarioTest(ScenarioTestCase testCase) : ITest
{
    /// <summary>The test case.</summary>
    public ScenarioTestCase Case { get; } = testCase;

    /// <inheritdoc/>
    public string DisplayName => Case.DisplayName;

    /// <inheritdoc/>
    public ITestCase TestCase => Case;
}
