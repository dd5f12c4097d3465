using System.Globalization;
using System.Reflection;
using System.Text;
using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using Reqnroll;
using Reqnroll.Bindings;

namespace Conformance.Runner.Catalogue;

/// <summary>All step forms with what they mean, for people who write features.</summary>
public sealed class StepCatalogue
{
    private StepCatalogue(IReadOnlyList<StepForm> steps, IReadOnlyList<StepParameter> parameters)
    {
        Steps = steps;
        Parameters = parameters;
    }

    /// <summary>The step forms, class by class in the order of the code.</summary>
    public IReadOnlyList<StepForm> Steps { get; }

    /// <summary>The project's own parameters of step forms, in the order of their names.</summary>
    public IReadOnlyList<StepParameter> Parameters { get; }

    /// <summary>
    /// Lists the definitions of a registry. Their meaning is taken from the XML documentation that the compiler wrote: from a resource with
    /// the name of that file, or from the file beside the program.
    /// </summary>
    /// <param name="registry">The definitions.</param>
    /// <param name="scenarios">The scenarios in which uses are counted.</param>
    /// <param name="documented">Assemblies, beside the definitions' own, that may have the documentation as a resource.</param>
    public static StepCatalogue Of(BindingRegistry registry, IEnumerable<Scenario> scenarios, params IEnumerable<Assembly> documented)
    {
        ArgumentNullException.ThrowIfNull(registry);
        ArgumentNullException.ThrowIfNull(scenarios);

        var documentation = new Dictionary<Assembly, XmlDocumentation>();
        var uses = scenarios
            .SelectMany(scenario => scenario.Steps
                .Select(step => (scenario.File, step.Line, Match: registry.Match(scenario, step) as StepMatch.Found)))
            .Where(use => use.Match is not null)
            .DistinctBy(use => (use.File, use.Line, use.Match!.Definition))
            .CountBy(use => use.Match!.Definition)
            .ToDictionary();
        return new StepCatalogue(
            [.. registry.Definitions.Select(definition => new StepForm(
                definition.Kinds,
                definition.Expression,
                ArgumentOf(definition),
                Of(definition.Method).SummaryOf(definition.Method),
                definition.Method.ReflectedType!.Name,
                Of(definition.Method).SummaryOf(definition.Method.ReflectedType!),
                uses.GetValueOrDefault(definition)))],
            [.. registry.Bindings.GetStepTransformations()
                .Where(transformation => transformation.Name is not null)
                .Select(transformation => (transformation.Name, Method: BindingMethod.Of(transformation)))
                .Select(named => new StepParameter(named.Name, Of(named.Method).SummaryOf(named.Method)))
                .OrderBy(parameter => parameter.Name, StringComparer.Ordinal)]);

        XmlDocumentation Of(MethodInfo method)
        {
            var assembly = method.Module.Assembly;
            if (!documentation.TryGetValue(assembly, out var known))
                documentation.Add(assembly, known = XmlDocumentation.Of(assembly, documented));
            return known;
        }
    }

    /// <summary>
    /// The catalogue as a Markdown document, the same for the same code. It leaves the uses out, which change with every scenario.
    /// </summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder();
        text.Append(
            CultureInfo.InvariantCulture, $"# Steps\n\n{Steps.Count} step forms. Generated from the code: change the summaries there.\n");
        if (Parameters.Count > 0)
        {
            text.Append("\n## Parameters\n\n");
            foreach (var parameter in Parameters)
            {
                var summary = parameter.Summary.Length > 0 ? $": {WithoutName(parameter)}" : "";
                text.Append(CultureInfo.InvariantCulture, $"- `{{{parameter.Name}}}`{summary}\n");
            }
        }

        foreach (var group in Steps.GroupBy(step => (step.Group, step.GroupSummary)))
        {
            var title = group.Key.GroupSummary.Length > 0 ? group.Key.GroupSummary.TrimEnd('.') : group.Key.Group;
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
            foreach (var step in group)
            {
                text.Append(CultureInfo.InvariantCulture, $"\n### {string.Join(" / ", step.Kinds)} `{step.Expression}`\n");
                if (step.Summary.Length > 0)
                    text.Append(CultureInfo.InvariantCulture, $"\n{step.Summary}\n");
                text.Append(step.Argument switch
                {
                    StepFormArgument.Table => "\nTakes a table.\n",
                    StepFormArgument.DocString => "\nTakes a doc string.\n",
                    _ => "",
                });
            }
        }

        return text.ToString();
    }

    // A summary may begin with the name, for readers of the code.
    private static string WithoutName(StepParameter parameter)
    {
        var name = $"`{{{parameter.Name}}}`";
        return parameter.Summary.StartsWith(name, StringComparison.Ordinal)
            ? parameter.Summary[name.Length..].TrimStart(':', ' ')
            : parameter.Summary;
    }

    private static StepFormArgument? ArgumentOf(StepDefinition definition)
    {
        var last = definition.Method.GetParameters().LastOrDefault();
        if (last is null || definition.Bindings[0] is not { Regex: { } regex } binding)
            return null;
        if (typeof(Table).IsAssignableFrom(last.ParameterType))
            return StepFormArgument.Table;

        // {string} has a group for each kind of quotes, of which one is used.
        var strings = binding.ExpressionType == StepDefinitionExpressionTypes.CucumberExpression
            ? definition.Expression.Split("{string}").Length - 1
            : 0;
        var groups = regex.GetGroupNumbers().Length - 1 - strings;
        return definition.Method.GetParameters().Length > groups ? StepFormArgument.DocString : null;
    }
}
