using Conformance.Runner.Features;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Reflection;
using Reqnroll.Infrastructure;

namespace Conformance.Runner.Bindings;

/// <summary>Finds the definition of a step, as Reqnroll does, and says why there is none.</summary>
/// <param name="bindings">The bindings.</param>
/// <param name="definitions">The definition that each of <paramref name="bindings"/> belongs to.</param>
/// <param name="service">Reqnroll's own matching.</param>
/// <param name="converter">What arguments can become.</param>
internal sealed class StepMatcher(
    IBindingRegistry bindings,
    IReadOnlyDictionary<IStepDefinitionBinding, StepDefinition> definitions,
    IStepDefinitionMatchService service,
    IStepArgumentTypeConverter converter)
{
    /// <summary>The definition of a step, or why there is none.</summary>
    public StepMatch Match(Scenario scenario, ScenarioStep step)
    {
        var context = new StepContext(scenario.Feature, scenario.Title ?? scenario.Name, scenario.Tags, ReqnrollInfo.Culture);
        var type = Enum.Parse<StepDefinitionType>(step.Kind.ToString());
        var keyword = Enum.Parse<StepDefinitionKeyword>(step.Kind.ToString());
        var instance = new StepInstance(type, keyword, step.Keyword, step.Text, step.DocString, ReqnrollInfo.TableOf(step), context);
        var match = service.GetBestMatch(instance, ReqnrollInfo.Culture, out var reason, out var candidates);
        List<BindingMatch> misfits = match.Success ? [match] : reason == StepDefinitionAmbiguityReason.ParameterErrors ? candidates : [];
        List<string> reasons = [.. misfits.Select(WhyNot).OfType<string>()];
        return (match.Success, reason) switch
        {
            // Reqnroll leaves it to the call to find out that the only candidate's parameters do not fit.
            (true, _) when reasons.Count == 0 => new StepMatch.Found(definitions[match.StepBinding]),
            (true, _) or (_, StepDefinitionAmbiguityReason.ParameterErrors) => new StepMatch.Misfit(Of(misfits), reasons),
            (_, StepDefinitionAmbiguityReason.AmbiguousSteps) => new StepMatch.Ambiguous(Of(candidates)),
            _ => new StepMatch.Undefined(OfOtherKind(type, step.Text, context)),
        };
    }

    private IReadOnlyList<StepDefinition> Of(IEnumerable<BindingMatch> matches) =>
        [.. matches.Select(match => definitions[match.StepBinding])];

    private IReadOnlyList<StepDefinition> OfOtherKind(StepDefinitionType type, string text, StepContext context) =>
        [.. Enum.GetValues<StepDefinitionType>()
            .Where(other => other != type)
            .SelectMany(other => bindings.GetConsideredStepDefinitions(other, text))
            .Where(binding => !binding.IsScoped || binding.BindingScope.Match(context, out _))
            .Select(binding => definitions[binding])
            .Distinct()];

    private string? WhyNot(BindingMatch match)
    {
        var parameters = BindingMethod.Of(match.StepBinding).GetParameters();
        if (parameters.Length != match.Arguments.Length)
        {
            return $"the method takes {Counted.Of(parameters.Length, "parameter")},"
                + $" the step gives {Counted.Of(match.Arguments.Length, "argument")}";
        }

        var (parameter, argument) = parameters.Zip(match.Arguments, (parameter, argument) => (parameter, argument.Value))
            .FirstOrDefault(pair => !CanConvert(pair.Value, pair.parameter.ParameterType));
        return parameter is null
            ? null
            : $"{(argument is Table ? "the table" : $"'{argument}'")} cannot be converted to the {parameter.ParameterType.Name} '{parameter.Name}'";
    }

    private bool CanConvert(object value, Type type) => converter.CanConvert(value, new RuntimeBindingType(type), ReqnrollInfo.Culture);
}
