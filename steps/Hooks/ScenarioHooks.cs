using System.Text.RegularExpressions;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Steps.Scenes;
using Reqnroll;
using Xunit;

namespace Conformance.Steps.Hooks;

/// <summary>What happens before and after each scenario: requirements from tags, skips for unmet needs, clean-up.</summary>
/// <param name="scene">The scenario.</param>
/// <param name="context">The engine's view of it.</param>
[Binding]
public sealed partial class ScenarioHooks(Scene scene, ScenarioContext context)
{
    /// <summary>The tag that names a need of the scenario which its requirement does not have: <c>@needs-e2ee-keys</c>.</summary>
    private const string NeedsPrefix = "needs-";

    /// <summary>Begins the record and skips the scenario where the target lacks what it needs.</summary>
    [BeforeScenario(Order = 0)]
    public void Begin()
    {
        var tags = context.ScenarioInfo.CombinedTags;
        var requirements = tags.Where(tag => RequirementId().IsMatch(tag)).Distinct(StringComparer.Ordinal).Select(Requirement).ToList();
        scene.Begin(new ScenarioRecord { Requirements = requirements });

        var needs = requirements.SelectMany(requirement => requirement.Needs)
            .Concat(tags.Where(tag => tag.StartsWith(NeedsPrefix, StringComparison.Ordinal)).Select(tag => tag[NeedsPrefix.Length..]))
            .Distinct(StringComparer.Ordinal);
        var target = scene.Run.Target;
        var unmet = needs.Where(need => !target.Offers.Contains(need)).ToList();
        var newest = requirements.Select(requirement => requirement.Since).Max();
        if (newest > target.SpecVersion)
            unmet.Add(Needs.Version);
        if (unmet.Count > 0)
            Skip.If(true, scene.Unmet([.. unmet]));
    }

    /// <summary>Removes what the scenario made.</summary>
    [AfterScenario(Order = 0)]
    public async Task End()
    {
        if (scene.World is not null)
            await scene.World.DisposeAsync();
    }

    private Requirement Requirement(string id) =>
        scene.Run.Requirements.TryGet(id, out var requirement)
            ? requirement
            : throw new SuiteErrorException($"the tag @{id} names no requirement; features/*/requirements.yaml has them all.");

    [GeneratedRegex(@"^[A-Z]{2,}-\d+$")]
    private static partial Regex RequirementId();
}
