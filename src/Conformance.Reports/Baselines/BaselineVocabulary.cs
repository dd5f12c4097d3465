using Conformance.Matrix.Ledger;
using Conformance.Reports.Model;
using Conformance.Runner.Features;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Reports.Baselines;

/// <summary>What the entries of a baseline may name: requirements, operations, scenarios.</summary>
public sealed class BaselineVocabulary
{
    private readonly Dictionary<string, IReadOnlyList<string>> _scenarios;
    private readonly Specification _specification;
    private readonly RequirementCatalogue _requirements;
    private readonly RenamedScenarios _renamed;

    /// <param name="specification">The operations.</param>
    /// <param name="requirements">The requirements.</param>
    /// <param name="scenarios">Every scenario there is, by file and line, whether it runs or not.</param>
    /// <param name="featuresRoot">The folder that the scenarios' files are in, which their ids leave out.</param>
    /// <param name="renamed">The ids that the scenarios had before, which entries may still name.</param>
    public BaselineVocabulary(
        Specification specification, RequirementCatalogue requirements, IReadOnlyList<Scenario> scenarios, string featuresRoot,
            RenamedScenarios renamed)
    {
        _renamed = renamed;
        _specification = specification;
        _requirements = requirements;
        _scenarios = ScenarioIds.Of(scenarios, featuresRoot).ToDictionary(
            pair => pair.Value,
            pair => (IReadOnlyList<string>)[.. pair.Key.Tags.Where(tag => requirements.TryGet(tag, out _))
                .Distinct(StringComparer.Ordinal)],
            StringComparer.Ordinal);
    }

    /// <summary>
    /// The scenarios that an entry means: the one of the id, or those in its place where it was renamed, as far as they are about the
    /// check.
    /// </summary>
    internal IReadOnlyList<string?> Current(string? check, string? scenario)
    {
        if (scenario is null || _scenarios.ContainsKey(scenario))
            return [scenario];
        var successors = _renamed.SuccessorsOf(scenario);
        return successors.Where(id => _scenarios.TryGetValue(id, out var about)
            && (check is null || about.Contains(check, StringComparer.Ordinal))).ToList() is { Count: > 0 } fitting
            ? [.. fitting]
            : [successors.Count > 0 ? successors[0] : scenario];
    }

    /// <summary>What is wrong with an entry's check and scenario; null if nothing is.</summary>
    internal string? Complaint(string? check, string? scenario)
    {
        if (check is not null && SplitResponse(check) is { } operation)
        {
            if (!IsKnown(operation))
                return NoOperation(operation);
            return scenario is null
                ? null
                : $"scenario cannot be combined with {check}, since a kind of response is checked over all scenarios together; remove the member scenario";
        }

        if (check is not null && !_requirements.TryGet(check, out _))
            return NoRequirement(check);
        if (scenario is null)
            return check is null
                ? "check is missing; each failure in the report ends with the entry to write here"
                : $"scenario is missing: {check} is checked in each scenario separately; each failure in the report ends with the entry to write here";
        if (!_scenarios.TryGetValue(scenario, out var about))
            return $"there is no scenario \"{scenario}\".{Nearest.Question(scenario, _scenarios.Keys)}{Remedy}";
        if (check is null)
            return about.Count == 0
                ? null
                : $"check is missing: the scenario is about {string.Join(", ", about)}; each of them needs its own entry";
        return about.Contains(check, StringComparer.Ordinal)
            ? null
            : $"the scenario is not about {check}{(about.Count == 0 ? "" : $" but about {string.Join(", ", about)}")}; correct the check, or remove the entry";
    }

    /// <summary>What is wrong with the checks and operations of a difference; null if nothing is.</summary>
    internal string? Complaint(ListedDifference difference)
    {
        if (difference.Checks.Count == 0)
            return "check is missing: a requirement's id, operation.status, or not-implemented; a report's causes have the entries to write here";
        if (difference.Seen.Count == 0)
            return "seen is missing: what the server does instead, as a report tells it";
        if (difference.Operations.FirstOrDefault(name => !_specification.TryGetOperation(name, out _)) is { } unknown)
            return NoOperation(unknown);
        return difference.Checks.Select(check => ComplaintOfCheck(check, difference)).FirstOrDefault(complaint => complaint is not null);
    }

    private string? ComplaintOfCheck(string check, ListedDifference difference)
    {
        if (check == CauseMark.NotImplemented)
            return difference.Operations.Count > 0 ? null : $"operation is missing: {check} is about operations; name them";
        if (SplitResponse(check) is { } operation)
        {
            return IsKnown(operation)
                ? difference.Operations.Count == 0 ? null : $"operation cannot be combined with {check}, which names one; remove the member operation"
                : NoOperation(operation);
        }

        return _requirements.TryGet(check, out _) ? null : NoRequirement(check);
    }

    private bool IsKnown(string operation) =>
        OutsideManifest.HeadingOf(operation) is not null || _specification.TryGetOperation(operation, out _);

    private string NoOperation(string operation) =>
        $"there is no operation \"{operation}\".{Nearest.Question(operation, _specification.Operations.Select(known => known.Id))}{Remedy}";

    private string NoRequirement(string check) =>
        $"there is no requirement \"{check}\".{Nearest.Question(check, _requirements.All.Select(known => known.Id))} A check is a requirement's id or operation.status, e.g. getDevices.200.{Remedy}";

    private const string Remedy = " Correct the entry or remove it.";

    // The operation of a name like getDevices.200; null where it is none.
    private static string? SplitResponse(string check)
    {
        var point = check.LastIndexOf('.');
        return point > 0 && check.Length - point == 4
            && check.AsSpan(point + 1) is [>= '1' and <= '9', >= '0' and <= '9', >= '0' and <= '9'] ? check[..point] : null;
    }
}
