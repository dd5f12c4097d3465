using System.Reflection;
using Conformance.Runner.Bindings;

namespace Conformance.Runner;

/// <summary>All step definitions, hooks and argument transformations of an assembly's <c>[Binding]</c> classes.</summary>
public sealed class BindingRegistry
{
    private readonly StepMatcher _matcher;

    private BindingRegistry(BindingDiscovery found)
    {
        Definitions = found.Definitions;
        Problems = [.. found.Problems, .. Duplicates(found.Definitions)];
        Hooks = [.. found.Hooks.OrderBy(hook => hook.Order)];
        Transformations = [.. found.Transformations.OrderBy(transformation => transformation.Order)];
        Converter = new ArgumentConverter(Transformations);
        _matcher = new StepMatcher(Definitions, Converter);
    }

    /// <summary>The step definitions, class by class in the order of the code.</summary>
    public IReadOnlyList<StepDefinition> Definitions { get; }

    /// <summary>
    /// What is wrong with the bindings themselves, one a line: invalid expressions, the same expression twice, methods that cannot be called.
    /// While there is any, no step runs.
    /// </summary>
    public IReadOnlyList<string> Problems { get; }

    internal IReadOnlyList<HookBinding> Hooks { get; }

    internal IReadOnlyList<ArgumentTransformation> Transformations { get; }

    internal ArgumentConverter Converter { get; }

    /// <summary>Finds the bindings of an assembly.</summary>
    public static BindingRegistry FromAssembly(Assembly assembly)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return FromTypes(assembly.GetTypes());
    }

    /// <summary>Finds the bindings of some classes; those without <c>[Binding]</c> are passed over.</summary>
    public static BindingRegistry FromTypes(IEnumerable<Type> types)
    {
        ArgumentNullException.ThrowIfNull(types);
        return new BindingRegistry(new BindingDiscovery(types));
    }

    /// <summary>Holds scenarios against the bindings: which steps have no definition or several, and which definitions no step uses.</summary>
    public BindingReport Check(IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        return BindingReport.Of(this, scenarios);
    }

    internal StepMatch Match(Scenario scenario, ScenarioStep step) => _matcher.Match(scenario, step);

    private static IEnumerable<string> Duplicates(List<StepDefinition> definitions)
    {
        for (var i = 0; i < definitions.Count; i++)
        {
            for (var j = i + 1; j < definitions.Count; j++)
            {
                var (first, second) = (definitions[i], definitions[j]);
                if (first.Expression != second.Expression || !first.Kinds.Intersect(second.Kinds).Any())
                    continue;
                if (first.Scopes.SequenceEqual(second.Scopes) && first.Method.GetParameters().Length == second.Method.GetParameters().Length)
                    yield return $"\"{first.Expression}\" is defined twice: by {BindingMethod.Display(first.Method)} and by {BindingMethod.Display(second.Method)}";
            }
        }
    }
}
