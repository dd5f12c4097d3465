using System.Collections.Concurrent;
using Reqnroll.Bindings;

namespace Conformance.Runner.Bindings;

/// <summary>
/// Reqnroll's registry, read once and shared by runs. It remembers which definitions a step's text fits, since the same texts come again
/// in many scenarios and in each run.
/// </summary>
internal sealed class SharedBindings : Reqnroll.Bindings.BindingRegistry, IBindingRegistry
{
    private readonly ConcurrentDictionary<(StepDefinitionType Type, string Text), IReadOnlyList<IStepDefinitionBinding>> _considered = [];
    private readonly ConcurrentDictionary<(StepDefinitionType Type, string Text), BindingMatch> _matches = [];
    private IReadOnlyList<IStepArgumentTransformationBinding>? _transformations;
    private bool? _isValid;

    /// <inheritdoc/>
    bool IBindingRegistry.IsValid => _isValid ??= IsValid;

    /// <inheritdoc/>
    IEnumerable<IStepDefinitionBinding> IBindingRegistry.GetConsideredStepDefinitions(
        StepDefinitionType stepDefinitionType, string stepText) =>
        _considered.GetOrAdd((stepDefinitionType, stepText), key =>
        [
            .. GetStepDefinitions()
                .Where(definition => definition.StepDefinitionType == key.Type && definition.Regex?.IsMatch(key.Text) == true),
        ]);

    /// <summary>The match of a step that is nothing but a text; null where it is not known yet, or depends on the scenario.</summary>
    public BindingMatch? MatchOf(StepInstance step) => _matches.GetValueOrDefault((step.StepDefinitionType, step.Text));

    /// <summary>Keeps a step's match for the next step of the same text, unless bindings with a scope have a say.</summary>
    public void Remember(StepInstance step, BindingMatch match)
    {
        var considered = ((IBindingRegistry)this).GetConsideredStepDefinitions(step.StepDefinitionType, step.Text);
        if (considered.All(binding => !binding.IsScoped))
            _matches.TryAdd((step.StepDefinitionType, step.Text), match);
    }

    /// <summary>The transformations in their order. Asked for only when all are known, since the registry is read as a whole.</summary>
    public override IEnumerable<IStepArgumentTransformationBinding> GetStepTransformations() =>
        Ready ? _transformations ??= [.. base.GetStepTransformations()] : base.GetStepTransformations();
}
