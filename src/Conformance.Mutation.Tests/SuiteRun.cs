using Conformance.Cli.Running;
using Conformance.Gherkin;
using Conformance.Gherkin.Results;
using Conformance.Homeservers.Embedded;
using Conformance.Homeservers.Profiles;
using Conformance.Matrix;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Spec;
using Conformance.Steps;

namespace Conformance.Mutation.Tests;

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
        var source = new EmbeddedSource(new EmbeddedHomeserverOptions { Specification = Specification, Faults = faults });
        var record = new RunRecord(Specification, seed: 0);
        await using var scheduler = new ProfileScheduler(
            source, source.Profiles, target => new TestRun(new TestRunOptions { Specification = Specification, Requirements = Requirements, Target = target, Record = record }));
        var runner = new ScenarioRunner(Registry, new RunOptions
        {
            ConfigureRun = container =>
            {
                container.RegisterInstanceAs(scheduler);
                container.RegisterInstanceAs(Requirements);
            },
        });
        var results = await runner.RunAsync(ScenarioPlan.Of(Scenarios, Requirements, scheduler).Scenarios, CancellationToken.None);
        return [.. results.Select(result => (result, ScenarioVerdict.Of(result, strict: false)))];
    }
}
