using System.Reflection;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.TestHost;

/// <summary>
/// Makes each scenario of an assembly's embedded features an xunit test, beside its ordinary facts. Scenarios run many at a time, through
/// <see cref="ScenarioRunner"/>; facts run as always.
/// </summary>
/// <remarks>
/// <para>A test project (xunit 2.9, <c>xunit.runner.visualstudio</c>) opts in by its project file alone:</para>
/// <code>
/// &lt;ItemGroup&gt;
///   &lt;EmbeddedResource Include="$(RepositoryRoot)features/**/*.feature" LogicalName="features/%(RecursiveDir)%(Filename)%(Extension)" /&gt;
///   &lt;AssemblyAttribute Include="Xunit.TestFrameworkAttribute"&gt;
///     &lt;_Parameter1&gt;Conformance.Runner.TestHost.ScenarioTestFramework&lt;/_Parameter1&gt;
///     &lt;_Parameter2&gt;Conformance.Runner&lt;/_Parameter2&gt;
///   &lt;/AssemblyAttribute&gt;
///   &lt;AssemblyMetadata Include="RepositoryRoot" Value="$(RepositoryRoot)" /&gt;
/// &lt;/ItemGroup&gt;
/// </code>
/// <para>
/// A resource's logical name is the feature's file; it ends in <c>.feature</c>. With <c>RepositoryRoot</c>, tests and traces lead to the file on disk
/// where it is still there; without it they name the resource. How many run at a time, and for how long, says <see cref="ScenarioRunAttribute"/>.
/// </para>
/// <para>
/// A test's display name is <c>feature's title: scenario's name</c>, its fully qualified name
/// <c>Assembly.Features.Folder.FeatureTitleFeature.ScenarioName</c>; its traits are <c>Category</c> for each tag, <c>FeatureTitle</c> and
/// <c>Description</c> (the scenario's title), as Reqnroll has them. So <c>dotnet test --filter Category=DEV-14</c> runs what is tagged <c>@DEV-14</c>.
/// A feature with a syntax error is one test that fails with it.
/// </para>
/// </remarks>
/// <param name="messageSink">Where diagnostic messages go.</param>
public sealed class ScenarioTestFramework(IMessageSink messageSink) : XunitTestFramework(messageSink)
{
    /// <inheritdoc/>
    protected override ITestFrameworkDiscoverer CreateDiscoverer(IAssemblyInfo assemblyInfo) =>
        new ScenarioTestDiscoverer(
            assemblyInfo,
            SourceInformationProvider,
            DiagnosticMessageSink,
            new ScenarioTestCases(new TestAssembly(assemblyInfo), FeatureResources.Of(Assembly.Load(new AssemblyName(assemblyInfo.Name)))));

    /// <inheritdoc/>
    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new ScenarioTestExecutor(assemblyName, SourceInformationProvider, DiagnosticMessageSink, null);
}
