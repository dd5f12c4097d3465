using System.Reflection;
using Conformance.Matrix.Runs;
using Conformance.Reports.Building;
using Conformance.Runner;
using Conformance.Runner.Running;
using Conformance.Runner.Xunit;
using Conformance.Spec.Loading;
using Conformance.Steps;
using Xunit;
using Xunit.Abstractions;

[assembly: TestFramework("Conformance.Features.FeatureTests", "Conformance.Features")]

namespace Conformance.Features;

/// <summary>Makes each scenario a test: <c>dotnet test features --filter Category=DEV-14</c>.</summary>
/// <param name="messageSink">Where diagnostic messages go.</param>
public sealed class FeatureTests(IMessageSink messageSink) : ScenarioTestFramework(messageSink)
{
    private const string RootKey = "RepositoryRoot";

    /// <inheritdoc/>
    protected override ScenarioTestSuite Suite
    {
        get
        {
            RunRecord? record = null;
            return new ScenarioTestSuite
            {
                Features = EmbeddedFeatures.Sources,
                Examples = EmbeddedFeatures.Examples,
                Bindings = () => BindingRegistry.FromAssemblies(typeof(EmbeddedFeatures).Assembly, typeof(FeatureTests).Assembly),
                Root = typeof(FeatureTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
                    .Single(metadata => metadata.Key == RootKey).Value,
                Options = SecondTries.In(ServerStrain.In(new RunOptions
                {
                    ConfigureRun = container =>
                    {
                        var specification = Specification.LoadEmbedded(Specification.Embedded.Max());
                        record = new RunRecord(specification, seed: 0);
                        container.RegisterInstanceAs(specification);
                        container.RegisterInstanceAs(record);
                    },
                })),
                WhyNotChecked = result => ScenarioVerdict.WhyNotChecked(result) is { } reason ? record!.Redactor.Text(reason) : null,
            };
        }
    }
}
