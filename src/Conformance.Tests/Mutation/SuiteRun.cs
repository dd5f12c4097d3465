using Conformance.Gherkin;
using Conformance.Gherkin.Results;
using Conformance.Homeservers;
using Conformance.Matrix;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Spec;
using Conformance.Steps;

namespace Conformance.Tests.Mutation;

/// <summary>The whole suite against the embedded homeserver, with faults or without.</summary>
internal static class SuiteRun
{
    private static readonly IReadOnlyList<Scenario> Scenarios = EmbeddedFeatures.Load();
    private static readonly BindingRegistry Registry = BindingRegistry.FromAssembly(typeof(EmbeddedFeatures).Assembly);
    private static readonly Specification Specification = Specification.LoadEmbedded(Specification.Embedded.Max());
    private static readonly RequirementCatalogue Requirements = RequirementCatalogue.LoadEmbedded();

    /// <summary>Runs every scenario and gives each its verdict.</summary>
    public static async Task<IReadOnlyList<(ScenarioResult Result, Verdict Verdict)>> AgainstAsync(params string[] faults)
    {
        await using var homeserver = new EmbeddedHomeserver(new EmbeddedHomeserverOptions { Specification = Specification, Faults = faults });
        var target = await homeserver.StartAsync(CancellationToken.None);
        await using var run = new TestRun(new TestRunOptions { Specification = Specification, Requirements = Requirements, Target = target });
        var runner = new ScenarioRunner(Registry, new RunOptions { ConfigureRun = container => container.RegisterInstanceAs(run) });
        var results = await runner.RunAsync(Scenarios, CancellationToken.None);
        return [.. results.Select(result => (result, ScenarioVerdict.Of(result, strict: false)))];
    }
}
