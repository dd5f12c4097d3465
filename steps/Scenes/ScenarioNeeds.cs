using System.Text.RegularExpressions;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Steps.Scenes;

/// <summary>What a scenario is about and what it needs, by its tags: requirement ids, and <c>needs-…</c> for a need beyond those of its
/// requirements.</summary>
/// <param name="Requirements">The requirements, in the order of the tags.</param>
/// <param name="Needs">The needs of the requirements and of the scenario, each once.</param>
public sealed partial record ScenarioNeeds(IReadOnlyList<Requirement> Requirements, IReadOnlyList<Need> Needs)
{
    private const string NeedsPrefix = "needs-";

    /// <summary>The version of the specification that the newest requirement came with; null where all are as old as any.</summary>
    public SpecVersion? Since => Requirements.Select(requirement => requirement.Since).Max();

    /// <summary>Reads the tags.</summary>
    /// <param name="tags">The tags of the scenario and its feature, without <c>@</c>.</param>
    /// <param name="catalogue">The requirements there are.</param>
    /// <exception cref="SuiteErrorException">A tag names a requirement or a need that is not there.</exception>
    public static ScenarioNeeds Of(IEnumerable<string> tags, RequirementCatalogue catalogue)
    {
        ArgumentNullException.ThrowIfNull(tags);
        ArgumentNullException.ThrowIfNull(catalogue);
        var all = tags.Distinct(StringComparer.Ordinal).ToList();
        var requirements = all.Where(tag => RequirementId().IsMatch(tag)).Select(id => Requirement(id, catalogue)).ToList();
        var needs = requirements.SelectMany(requirement => requirement.Needs)
            .Concat(all.Where(tag => tag.StartsWith(NeedsPrefix, StringComparison.Ordinal)).Select(tag => Need(tag[NeedsPrefix.Length..])));
        return new ScenarioNeeds(requirements, [.. needs.Distinct()]);
    }

    private static Requirement Requirement(string id, RequirementCatalogue catalogue) =>
        catalogue.TryGet(id, out var requirement)
            ? requirement
            : throw new SuiteErrorException($"the tag @{id} names no requirement", "features/*/requirements.yaml lists them all.");

    private static Need Need(string name) =>
        Spec.Need.TryParse(name, out var need)
            ? need
            : throw new SuiteErrorException(
                $"the tag @{NeedsPrefix}{name} names no need",
                $"features/README.md lists them all.{Spec.Need.Question(name)}");

    [GeneratedRegex(@"^[A-Z]{2,}-\d+$")]
    private static partial Regex RequirementId();
}
