using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;

namespace Conformance.Runner.Tests;

/// <summary>Runs feature text on binding classes.</summary>
internal static class Engine
{
    public const string File = "features/sample.feature";

    /// <summary>A feature of one scenario with these steps.</summary>
    public static IReadOnlyList<Scenario> Steps(params string[] steps) =>
        Parse($"Feature: Sample\n  Scenario: One\n{string.Join('\n', steps.Select(step => $"    {step}"))}\n");

    public static IReadOnlyList<Scenario> Parse(string text) => FeatureParser.Parse(new FeatureSource(File, text));

    public static async Task<(ScenarioResult Result, Journal Journal)> RunOneAsync(
        IReadOnlyList<Scenario> scenarios, params Type[] bindings)
    {
        var (results, journal) = await RunAsync(scenarios, new RunOptions(), bindings);
        return (results.Single(), journal);
    }

    public static async Task<(IReadOnlyList<ScenarioResult> Results, Journal Journal)> RunAsync(
        IReadOnlyList<Scenario> scenarios, RunOptions options, params Type[] bindings)
    {
        var journal = new Journal();
        var runner = new ScenarioRunner(
            BindingRegistry.FromTypes(bindings),
            options with
            {
                ConfigureRun = container =>
                {
                    container.RegisterInstanceAs(journal);
                    options.ConfigureRun?.Invoke(container);
                },
            });
        return (await runner.RunAsync(scenarios, CancellationToken.None), journal);
    }
}
