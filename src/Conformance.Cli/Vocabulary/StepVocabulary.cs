using System.Reflection;
using Conformance.Gherkin;
using Reqnroll;

namespace Conformance.Cli.Vocabulary;

/// <summary>The step forms and the phrases in them, with their documentation.</summary>
internal sealed class StepVocabulary
{
    private StepVocabulary(IReadOnlyList<StepForm> forms, IReadOnlyList<Phrase> phrases)
    {
        Forms = forms;
        Phrases = phrases;
    }

    /// <summary>The step forms, class by class in the order of the code.</summary>
    public IReadOnlyList<StepForm> Forms { get; }

    /// <summary>The phrases, by name.</summary>
    public IReadOnlyList<Phrase> Phrases { get; }

    /// <summary>The vocabulary of an assembly, with the uses in some scenarios.</summary>
    public static StepVocabulary Of(Assembly assembly, IReadOnlyList<Scenario> scenarios)
    {
        var documentation = XmlDocumentation.Of(assembly);
        var registry = BindingRegistry.FromAssembly(assembly);
        var uses = Uses(registry, scenarios);
        var forms = registry.Definitions.Select(definition => new StepForm(
            documentation.Summary(definition.Method.DeclaringType!).TrimEnd('.'),
            definition.Kinds,
            definition.Expression,
            documentation.Summary(definition.Method),
            uses.GetValueOrDefault(definition)));
        var phrases = assembly.GetTypes()
            .Where(type => type.IsDefined(typeof(BindingAttribute), inherit: true))
            .SelectMany(type => type.GetMethods())
            .SelectMany(method => method.GetCustomAttributes<StepArgumentTransformationAttribute>().Select(attribute => (attribute.Name, Method: method)))
            .Where(transformation => !string.IsNullOrEmpty(transformation.Name))
            .Select(transformation => new Phrase(transformation.Name!, documentation.Summary(transformation.Method)))
            .DistinctBy(phrase => phrase.Name)
            .OrderBy(phrase => phrase.Name, StringComparer.Ordinal);
        return new StepVocabulary([.. forms], [.. phrases]);
    }

    // The same step in another scenario has the same definition: each text is looked up once.
    private static Dictionary<StepDefinition, int> Uses(BindingRegistry registry, IReadOnlyList<Scenario> scenarios)
    {
        var uses = new Dictionary<StepDefinition, int>();
        var steps = scenarios.SelectMany(scenario => scenario.Steps.Select(step => (Scenario: scenario, Step: step)))
            .GroupBy(use => (use.Step.Kind, use.Step.Text, HasTable: use.Step.Table is not null, HasDocString: use.Step.DocString is not null));
        foreach (var group in steps)
        {
            var (scenario, step) = group.First();
            var unused = registry.Check([scenario with { Steps = [step] }]).Unused;
            foreach (var definition in registry.Definitions.Except(unused))
                uses[definition] = uses.GetValueOrDefault(definition) + group.Count();
        }

        return uses;
    }
}
