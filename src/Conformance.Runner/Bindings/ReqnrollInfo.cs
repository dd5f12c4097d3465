using System.Collections.Specialized;
using System.Globalization;
using Conformance.Runner.Features;
using Reqnroll;

namespace Conformance.Runner.Bindings;

/// <summary>Features, scenarios and tables in the words of Reqnroll.</summary>
internal static class ReqnrollInfo
{
    /// <summary>
    /// The culture of all features. Reqnroll does not take the invariant one, with which it has the numbers and dates in common here.
    /// </summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-US");

    /// <summary>The feature of a scenario.</summary>
    public static FeatureInfo FeatureOf(Scenario scenario) => new(
        Culture,
        Path.GetDirectoryName(scenario.File)?.Replace('\\', '/') ?? "",
        scenario.Feature,
        scenario.FeatureDescription,
        [.. scenario.FeatureTags]);

    /// <summary>The rule of a scenario; null where it stands under none.</summary>
    public static RuleInfo? RuleOf(Scenario scenario) =>
        scenario.Rule is { } rule ? new RuleInfo(rule.Title, rule.Description, [.. rule.Tags]) : null;

    /// <summary>A scenario.</summary>
    public static ScenarioInfo ScenarioOf(Scenario scenario)
    {
        var arguments = new OrderedDictionary();
        foreach (var (column, value) in scenario.Arguments)
            arguments[column] = value;
        List<string> inherited = [.. scenario.FeatureTags.Concat(scenario.Rule?.Tags ?? []).Distinct()];
        return new ScenarioInfo(
            scenario.Title ?? scenario.Name, scenario.Description, [.. scenario.Tags.Except(inherited)], arguments, [.. inherited]);
    }

    /// <summary>A step's table; null where it has none. Made for each use, since its cells can be changed.</summary>
    public static DataTable? TableOf(ScenarioStep step)
    {
        if (step.Table is not { } rows)
            return null;
        var table = new DataTable([.. rows[0]]);
        foreach (var row in rows.Skip(1))
            table.AddRow([.. row]);
        return table;
    }
}
