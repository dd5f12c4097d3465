using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Verdicts;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Steps.Scenes;
using Reqnroll;

namespace Conformance.Steps.Hooks;

/// <summary>What happens before and after each scenario: requirements from tags, a profile that meets its needs, skips where none does,
/// clean-up.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="context">The engine's view of it.</param>
/// <param name="deadline">Until when it may last.</param>
/// <param name="profiles">The homeservers.</param>
/// <param name="catalogue">The requirements there are.</param>
[Binding]
public sealed class ScenarioHooks(
    Scene scene, ScenarioContext context, ScenarioDeadline deadline, ProfileScheduler profiles, RequirementCatalogue catalogue)
{
    /// <summary>Begins the record, and the scenario on the first profile that meets its needs; skips it where there is none.</summary>
    /// <exception cref="NotCheckedException">The target could not be asked whether it meets them.</exception>
    /// <exception cref="SuiteErrorException">The profile does not start.</exception>
    [BeforeScenario(Order = 0)]
    public async Task Begin()
    {
        var needs = ScenarioNeeds.Of(context.ScenarioInfo.CombinedTags, catalogue);
        var record = new ScenarioRecord { Requirements = needs.Requirements, IsAlone = deadline.IsAlone };
        scene.Begin(record);
        var profile = profiles.Choose(needs.Needs, out var unmet);
        try
        {
            if (unmet.Count > 0)
            {
                profile = await deadline.SuspendAsync(cancellationToken => profiles.FindAsync(needs.Needs, cancellationToken))
                    ?? throw new ScenarioSkippedException(scene.Unmet([.. unmet]));
            }

            // The start of a homeserver is not the scenario's to answer for.
            var run = await deadline.SuspendAsync(cancellationToken => profiles.RunAsync(profile, cancellationToken));
            record.Profile = profile.Name;
            scene.Enter(run);
        }
        catch (TargetException failure)
        {
            throw new SuiteErrorException(new Problem($"the profile {profile.Name} did not start") { Why = failure.Message }, failure);
        }

        var target = scene.Run.Target;
        unmet = [.. target.Lacks(needs.Needs)];
        if (needs.Since > target.SpecVersion)
            unmet = [.. unmet, Need.Version];
        if (unmet.Count > 0)
            throw new ScenarioSkippedException(scene.Unmet([.. unmet]));

        // A question that got no proper answer is not an offer that is missing.
        foreach (var need in needs.Needs)
        {
            if (target.Unknown.TryGetValue(need, out var asked))
                throw new NotCheckedException($"whether the server offers {need} is not known: {asked}");
        }
    }

    /// <summary>Ends the scenario before its next request where the server has not refused as it should have.</summary>
    /// <exception cref="ViolationException">It has.</exception>
    [BeforeStep]
    public void BeginStep()
    {
        if (context.StepContext.StepInfo.StepDefinitionType is Reqnroll.Bindings.StepDefinitionType.When)
            scene.Refusal.EndIfMissing();
    }

    /// <summary>Looks at what the homeserver asked of the suite's own servers, and removes what the scenario made. Where the homeserver has
    /// died in it there is nothing to remove any more.</summary>
    [AfterScenario(Order = 0)]
    public async Task End()
    {
        if (scene.World is null)
            return;
        scene.World.CheckCompanionRequests();
        if (context.TestError is not null || scene.Record.Violations.Count > 0)
            scene.World.KeepCompanionRequests();
        var hasDied = scene.Record.Exchanges.Any(exchange => exchange.ConnectionBroke)
            && await profiles.HasDiedAsync(scene.Record.Profile!, scene.Run, deadline.CancellationToken);
        if (!hasDied)
            await scene.World.DisposeAsync();
    }
}
