using Conformance.Runner.Features;
using Reqnroll;

namespace Conformance.Runner.Bindings;

/// <summary>Says why a step cannot be run.</summary>
internal static class StepProblem
{
    /// <summary>Where the step stands and what is wrong, with what to do; null where it can be run.</summary>
    public static string? Describe(Scenario scenario, ScenarioStep step, StepMatch match)
    {
        var at = $"{scenario.File}:{step.Line}: ";
        return match switch
        {
            StepMatch.Undefined undefined => $"{at}no step definition matches '{step.Keyword} {step.Text}'."
                + $"{OtherKinds(step, undefined)} Add one:\n\n{Indent(StepSnippet.For(step))}",
            StepMatch.Ambiguous ambiguous => $"{at}several step definitions match '{step.Keyword} {step.Text}':"
                + $"{Lines(ambiguous.Candidates.Select(Display))}\nMake their expressions exclude each other.",
            StepMatch.Misfit misfit => $"{at}'{step.Keyword} {step.Text}' does not fit the parameters of its step definition:"
                + Lines(misfit.Candidates.Zip(misfit.Reasons, (definition, reason) => $"{Display(definition)}: {reason}")),
            _ => null,
        };
    }

    /// <summary>The same as an exception of the kind that Reqnroll throws; null where the step can be run.</summary>
    public static BindingException? Exception(Scenario scenario, ScenarioStep step, StepMatch match) =>
        Describe(scenario, step, match) switch
        {
            null => null,
            var message when match is StepMatch.Ambiguous => new AmbiguousBindingException(message),
            var message => new BindingException(message),
        };

    private static string OtherKinds(ScenarioStep step, StepMatch.Undefined undefined) => undefined.OfOtherKind.Count == 0
        ? ""
        : $" It is a {step.Kind} here; {Display(undefined.OfOtherKind[0])} is for {string.Join(" and ", undefined.OfOtherKind[0].Kinds)}.";

    private static string Display(StepDefinition definition) => $"\"{definition.Expression}\" ({BindingMethod.Display(definition.Method)})";

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(line => $"\n    {line}"));

    private static string Indent(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Select(line => $"    {line}"));
}
