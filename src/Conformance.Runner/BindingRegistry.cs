using System.Reflection;
using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using Conformance.Runner.Running;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Discovery;
using Reqnroll.Infrastructure;

namespace Conformance.Runner;

/// <summary>
/// All step definitions, hooks and argument transformations of <c>[Binding]</c> classes, read once and shared by any number of runs.
/// </summary>
public sealed class BindingRegistry
{
    private readonly StepMatcher _matcher;

    private BindingRegistry(BindingTypes types)
    {
        // Asking the matching service does not start a run: its hooks never fire.
        var container = RunContainer.Create(Bindings, new RunOptions());
        container.RegisterInstanceAs(types);
        container.RegisterTypeAs<TypesBindingBuilder, IRuntimeBindingRegistryBuilder>();
        var builder = container.Resolve<IRuntimeBindingRegistryBuilder>();
        builder.BuildBindingsFromAssembly(typeof(BindingRegistry).Assembly);
        builder.BuildingCompleted();

        var order = types.All.Index().ToDictionary(type => type.Item, type => type.Index);
        Definitions = [.. Bindings.GetStepDefinitions()
            .GroupBy(binding => (Method: BindingMethod.Of(binding), binding.SourceExpression))
            .OrderBy(form => order[form.Key.Method.ReflectedType!])
            .ThenBy(form => form.Key.Method.MetadataToken)
            .Select(form => new StepDefinition([.. form]))];
        Problems =
        [
            .. Bindings.GetErrorMessages()
                .Where(error => error.Type != BindingErrorType.StepDefinitionError)
                .Select(error => error.Message),
            .. Definitions
                .Where(definition => definition.Error is not null)
                .Select(definition => $"{BindingMethod.Display(definition.Method)}: {definition.Error}"),
            .. Bindings.GetStepTransformations().Select(ProblemOf).OfType<string>(),
            .. Duplicates(Definitions),
        ];

        var definitions = Definitions
            .SelectMany(definition => definition.Bindings.Select(binding => (binding, definition)))
            .ToDictionary(
                pair => pair.binding,
                pair => pair.definition,
                (IEqualityComparer<IStepDefinitionBinding>)ReferenceEqualityComparer.Instance);
        var thread = container.Resolve<IContainerBuilder>().CreateTestThreadContainer(container);
        _matcher = new StepMatcher(
            Bindings, definitions, thread.Resolve<IStepDefinitionMatchService>(), thread.Resolve<IStepArgumentTypeConverter>());
    }

    /// <summary>The step definitions, class by class in the order of the code.</summary>
    public IReadOnlyList<StepDefinition> Definitions { get; }

    /// <summary>
    /// What is wrong with the bindings themselves: invalid expressions, methods that cannot be called, the same expression twice.
    /// While one is invalid, no step runs.
    /// </summary>
    public IReadOnlyList<string> Problems { get; }

    // Whether Reqnroll takes all of them.
    private bool IsValid => ((IBindingRegistry)Bindings).IsValid;

    /// <summary>The same for Reqnroll.</summary>
    internal SharedBindings Bindings { get; } = new();

    /// <summary>Finds the bindings of assemblies.</summary>
    public static BindingRegistry FromAssemblies(params IEnumerable<Assembly> assemblies) =>
        FromTypes(assemblies.SelectMany(assembly => assembly.GetTypes()));

    /// <summary>Finds the bindings of some classes; those without <c>[Binding]</c> are passed over.</summary>
    public static BindingRegistry FromTypes(IEnumerable<Type> types) => new(new BindingTypes([.. types]));

    /// <summary>
    /// Holds scenarios against the bindings: which steps have no definition or several, and which definitions no step uses.
    /// </summary>
    public BindingReport Check(IEnumerable<Scenario> scenarios)
    {
        ArgumentNullException.ThrowIfNull(scenarios);
        return BindingReport.Of(this, scenarios);
    }

    /// <summary>Why a step cannot be run; null where it can.</summary>
    internal BindingException? WhyUnbound(Scenario scenario, ScenarioStep step) =>
        IsValid ? StepProblem.Exception(scenario, step, Match(scenario, step)) : new BindingException(string.Join('\n', Problems));

    internal StepMatch Match(Scenario scenario, ScenarioStep step) => _matcher.Match(scenario, step);

    // Reqnroll finds out only when it calls the method.
    private static string? ProblemOf(IStepArgumentTransformationBinding transformation)
    {
        var method = BindingMethod.Of(transformation);
        var (taken, given) = (method.GetParameters().Length, transformation.Regex is { } regex ? regex.GetGroupNumbers().Length - 1 : 1);
        var giver = transformation.Regex is null ? "it is given" : $"its expression \"{transformation.Regex}\" gives";
        var takes = $"{BindingMethod.Display(method)}: the transformation takes {Counted.Of(taken, "parameter")}";
        return taken == given ? null : $"{takes}, {giver} {Counted.Of(given, "argument")}";
    }

    private static IEnumerable<string> Duplicates(IReadOnlyList<StepDefinition> definitions) =>
        from first in definitions.Index()
        from second in definitions.Skip(first.Index + 1)
        where first.Item.Expression == second.Expression
            && first.Item.Error is null
            && first.Item.Kinds.Intersect(second.Kinds).Any()
            && ScopesOf(first.Item).SequenceEqual(ScopesOf(second))
            && first.Item.Method.GetParameters().Length == second.Method.GetParameters().Length
        select $"\"{second.Expression}\" is defined twice:"
            + $" by {BindingMethod.Display(first.Item.Method)} and by {BindingMethod.Display(second.Method)}";

    private static IEnumerable<BindingScope?> ScopesOf(StepDefinition definition) =>
        definition.Bindings.Select(binding => binding.BindingScope).Distinct();
}
