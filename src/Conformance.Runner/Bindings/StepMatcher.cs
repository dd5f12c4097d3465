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
        var instance = new StepInstance(
            type, Enum.Parse<StepDefinitionKeyword>(step.Kind.ToString()), step.Keyword, step.Text, step.DocString, ReqnrollInfo.TableOf(step), context);
        var match = service.GetBestMatch(instance, ReqnrollInfo.Culture, out var reason, out var candidates);
        List<BindingMatch> misfits = match.Success ? [match] : reason == StepDefinitionAmbiguityReason.ParameterErrors ? candidates : [];
        List<string> reasons = [.. misfits.Select(WhyNot).OfType<string>()];
        return (match.Success, reason) switch
        {
            // Reqnroll leaves it to the call to find out that the only candidate's parameters do not fit.
            (true, _) when reasons.Count == 0 => new StepMatch.Found(definitions[match.StepBinding]),
            (true, _) or (_, StepDefinitionAmbiguityReason.ParameterErrors) => new StepMatch.Misfit([.. misfits.Select(misfit => definitions[misfit.StepBinding])], reasons),
            (_, StepDefinitionAmbiguityReason.AmbiguousSteps) => new StepMatch.Ambiguous([.. candidates.Select(candidate => definitions[candidate.StepBinding])]),
            _ => new StepMatch.Undefined(OfOtherKind(type, step.Text, context)),
        };
    }

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
            return $"the method takes {Counted.Of(parameters.Length, "parameter")}, the step gives {Counted.Of(match.Arguments.Length, "argument")}";

        var misfit = parameters.Zip(match.Arguments)
            .FirstOrDefault(pair => !converter.CanConvert(pair.Second.Value, new RuntimeBindingType(pair.First.ParameterType), ReqnrollInfo.Culture));
        return misfit.First is null
            ? null
            : $"{(misfit.Second.Value is Table ? "the table" : $"'{misfit.Second.Value}'")} cannot become the {misfit.First.ParameterType.Name} '{misfit.First.Name}'";
    }
}
