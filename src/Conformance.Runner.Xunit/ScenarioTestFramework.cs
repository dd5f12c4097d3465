using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Xunit;

/// <summary>
/// Makes each scenario of a suite an xunit test, beside the assembly's ordinary facts. Scenarios run many at a time, through
/// <see cref="ScenarioRunner"/>; facts run as always.
/// </summary>
/// <remarks>
/// <para>A test project (xunit 2.9, <c>xunit.runner.visualstudio</c>) derives a class that gives the suite, and names it:</para>
/// <code>[assembly: TestFramework("Example.Features.FeatureTests", "Example.Features")]</code>
/// <para>
/// A test's display name is <c>feature's title: scenario's name</c>, its fully qualified name
/// <c>Assembly.Features.Folder.FeatureTitleFeature.ScenarioName</c>; its traits are <c>Category</c> for each tag, <c>FeatureTitle</c> and
/// <c>Description</c> (the scenario's title), as Reqnroll has them. So <c>dotnet test --filter Category=DEV-14</c> runs what is tagged
/// <c>@DEV-14</c>. A feature with a syntax error is one test that fails with it.
/// </para>
/// </remarks>
/// <param name="messageSink">Where diagnostic messages go.</param>
public abstract class ScenarioTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    /// <summary>The features and what they run on. Asked for once to find tests, and once to run them.</summary>
    protected abstract ScenarioTestSuite Suite { get; }

    /// <inheritdoc/>
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new ScenarioTestDiscoverer(
            assemblyInfo, SourceInformationProvider, DiagnosticMessageSink, new ScenarioTestCases(new TestAssembly(assemblyInfo), Suite));

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new ScenarioTestExecutor(assemblyName, SourceInformationProvider, DiagnosticMessageSink, Suite);
}
