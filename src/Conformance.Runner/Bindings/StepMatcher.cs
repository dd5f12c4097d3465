using Reqnroll;

namespace Conformance.Runner.Bindings;

/// <summary>Finds the definition of a step.</summary>
internal sealed class StepMatcher(IReadOnlyList<StepDefinition> definitions, ArgumentConverter converter)
{
    /// <summary>The definition of a step, or why there is none.</summary>
    public StepMatch Match(Scenario scenario, ScenarioStep step)
    {
        var candidates = definitions
            .Where(definition => definition.Regex is not null)
            .Select(definition => (Definition: definition, Arguments: ArgumentsOf(definition, step), Degree: DegreeOf(definition, scenario)))
            .Where(candidate => candidate.Arguments is not null && candidate.Degree is not null)
            .Select(candidate => (candidate.Definition, Arguments: candidate.Arguments!, Degree: candidate.Degree!.Value))
            .ToList();
        var ofKind = candidates.Where(candidate => candidate.Definition.Kinds.Contains(step.Kind)).ToList();
        if (ofKind.Count == 0)
            return new StepMatch.Undefined([.. candidates.Select(candidate => candidate.Definition)]);

        var fitting = ofKind.Where(candidate => WhyNot(candidate.Definition, candidate.Arguments) is null).ToList();
        if (fitting.Count == 0)
        {
            return new StepMatch.Misfit(
                [.. ofKind.Select(candidate => candidate.Definition)],
                [.. ofKind.Select(candidate => WhyNot(candidate.Definition, candidate.Arguments)!)]);
        }

        // The one with the narrowest scope wins; several expressions on one method are one.
        var degree = fitting.Max(candidate => candidate.Degree);
        var best = fitting.Where(candidate => candidate.Degree == degree).DistinctBy(candidate => candidate.Definition.Method).ToList();
        return best.Count == 1
            ? new StepMatch.Found(best[0].Definition, best[0].Arguments)
            : new StepMatch.Ambiguous([.. best.Select(candidate => candidate.Definition)]);
    }

    private static List<object>? ArgumentsOf(StepDefinition definition, ScenarioStep step)
    {
        var match = definition.Regex!.Match(step.Text);
        if (!match.Success)
            return null;
        List<object> arguments = [.. match.Groups.Values.Skip(1).Where(group => group.Success).Select(group => group.Value)];
        if (step.DocString is { } text)
            arguments.Add(text);
        if (step.Table is { } table)
            arguments.Add(TableOf(table));
        return arguments;
    }

    private static int? DegreeOf(StepDefinition definition, Scenario scenario) =>
        definition.Scopes.Count == 0 ? 0 : definition.Scopes.Max(scope => scope.Degree(ScopeSubject.Of(scenario)));

    private string? WhyNot(StepDefinition definition, List<object> arguments)
    {
        var parameters = definition.Method.GetParameters();
        if (parameters.Length != arguments.Count)
            return $"the method takes {Count(parameters.Length, "parameter")}, the step gives {Count(arguments.Count, "argument")}";

        var misfit = parameters.Zip(arguments).FirstOrDefault(pair => !converter.CanConvert(pair.Second, pair.First.ParameterType));
        return misfit.First is null
            ? null
            : $"{(misfit.Second is Table ? "the table" : $"'{misfit.Second}'")} cannot become the {misfit.First.ParameterType.Name} '{misfit.First.Name}'";
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";

    /// <summary>A table of its own for each use, since its cells can be changed.</summary>
    private static DataTable TableOf(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var table = new DataTable([.. rows[0]]);
        foreach (var row in rows.Skip(1))
            table.AddRow([.. row]);
        return table;
    }
}
