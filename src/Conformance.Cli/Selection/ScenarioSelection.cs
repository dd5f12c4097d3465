using System.Text.RegularExpressions;
using Conformance.Runner.Features;
using Conformance.Spec.Loading;

namespace Conformance.Cli.Selection;

/// <summary>The scenarios that <c>--tags</c> and <c>--filter</c> select.</summary>
internal sealed partial class ScenarioSelection
{
    private readonly IReadOnlyList<TagExpression> _tags;
    private readonly IReadOnlyList<string> _filters;

    // What the ids of a chapter begin with: LGO.
    private readonly HashSet<string> _prefixes;

    /// <param name="tags">Conditions on the tags, all of which must hold.</param>
    /// <param name="filters">
    /// Requirement ids, what the ids of a chapter begin with, or texts to be found in a scenario's name or file, of which one must hold.
    /// </param>
    /// <param name="requirements">The catalogue, which knows the ids.</param>
    /// <exception cref="UsageException">A condition cannot be read, or names a requirement that the catalogue lacks.</exception>
    public ScenarioSelection(IEnumerable<string> tags, IEnumerable<string> filters, RequirementCatalogue requirements)
    {
        ArgumentNullException.ThrowIfNull(requirements);
        _tags = [.. tags.Select(TagExpression.Parse)];
        _filters = [.. filters];
        _prefixes = [.. requirements.All.Select(requirement => requirement.Id[..requirement.Id.IndexOf('-', StringComparison.Ordinal)])];
        foreach (var id in _filters.Concat(_tags.SelectMany(expression => expression.Names)).Where(LooksLikeRequirement))
            RequirementLookup.Find(requirements, id.TrimStart('@'));
    }

    /// <summary>The selected scenarios, in their order.</summary>
    /// <exception cref="UsageException">None is selected.</exception>
    public IReadOnlyList<Scenario> Of(IReadOnlyList<Scenario> scenarios)
    {
        var selected = scenarios.Where(Selects).ToList();
        return selected.Count > 0 || (_tags.Count == 0 && _filters.Count == 0)
            ? selected
            : throw new UsageException(NothingSelected());
    }

    private bool Selects(Scenario scenario)
    {
        var tags = scenario.Tags.ToHashSet(StringComparer.Ordinal);
        return _tags.All(expression => expression.Holds(tags))
            && (_filters.Count == 0 || _filters.Any(filter => Matches(scenario, tags, filter)));
    }

    private bool Matches(Scenario scenario, HashSet<string> tags, string filter) =>
        LooksLikeRequirement(filter) ? tags.Contains(filter.TrimStart('@'))
        : _prefixes.Contains(filter) ? tags.Any(tag => tag.StartsWith(filter + "-", StringComparison.Ordinal))
        : scenario.Name.Contains(filter, StringComparison.OrdinalIgnoreCase)
            || scenario.File.Contains(filter, StringComparison.OrdinalIgnoreCase);

    private string NothingSelected() => _filters is [var only] && _tags.Count == 0 && LooksLikeRequirement(only)
        ? $"no scenario is about {only.TrimStart('@')}; \"conformance explain {only.TrimStart('@')}\" says more"
        : $"no scenario matches {(_tags.Count == 0 ? "--filter" : _filters.Count == 0 ? "--tags" : "--tags and --filter")}; \"conformance list\" lists all scenarios";

    private static bool LooksLikeRequirement(string text) => RequirementId().IsMatch(text);

    [GeneratedRegex("^@?[A-Z][A-Z0-9]*-[0-9]+$", RegexOptions.CultureInvariant)]
    private static partial Regex RequirementId();
}
