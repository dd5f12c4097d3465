using System.Globalization;
using Reqnroll.Bindings;
using Reqnroll.ErrorHandling;
using Reqnroll.Infrastructure;

namespace Conformance.Runner.Bindings;

/// <summary>Reqnroll's matching of steps, which does not match the same text twice where nothing but the text decides.</summary>
internal sealed class RememberingMatchService(
    IBindingRegistry bindings,
    IStepArgumentTypeConverter stepArgumentTypeConverter,
    IErrorProvider errorProvider,
    IMatchArgumentCalculator matchArgumentCalculator,
    SharedBindings shared)
    : StepDefinitionMatchService(bindings, stepArgumentTypeConverter, errorProvider, matchArgumentCalculator), IStepDefinitionMatchService
{
    /// <inheritdoc/>
    BindingMatch IStepDefinitionMatchService.GetBestMatch(
        StepInstance stepInstance,
        CultureInfo bindingCulture,
        out StepDefinitionAmbiguityReason ambiguityReason,
        out List<BindingMatch> candidatingMatches)
    {
        var isTextAlone = stepInstance is { TableArgument: null, MultilineTextArgument: null };
        if (isTextAlone && shared.MatchOf(stepInstance) is { } known)
        {
            ambiguityReason = StepDefinitionAmbiguityReason.None;
            candidatingMatches = [known];
            return known;
        }

        var match = GetBestMatch(stepInstance, bindingCulture, out ambiguityReason, out candidatingMatches);
        if (isTextAlone && match.Success)
            shared.Remember(stepInstance, match);
        return match;
    }
}
