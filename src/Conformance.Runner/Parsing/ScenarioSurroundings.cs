using Conformance.Runner.Features;
using Ast = Gherkin.Ast;

namespace Conformance.Runner.Parsing;

/// <summary>What a scenario takes over from the feature, and the rule, that it stands in.</summary>
/// <param name="Feature">The feature.</param>
/// <param name="FeatureTags">The feature's tags, without <c>@</c>.</param>
/// <param name="Rule">The rule; null for a scenario that stands under none.</param>
/// <param name="Background">The steps to run before its own: the feature's background, then the rule's.</param>
internal sealed record ScenarioSurroundings(
    Ast.Feature Feature, IReadOnlyList<string> FeatureTags, ScenarioRule? Rule, IReadOnlyList<ScenarioStep> Background)
{
    /// <summary>The tags that a scenario inherits, without <c>@</c>.</summary>
    public IEnumerable<string> Tags => FeatureTags.Concat(Rule?.Tags ?? []);
}
