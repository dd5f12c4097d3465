using System.Collections.Concurrent;
using Reqnroll.Bindings;

namespace Conformance.Runner.Bindings;

/// <summary>
/// Reqnroll's registry, read once and shared by runs. It remembers which definitions a step's text fits, since the same texts come again
/// in many scenarios and in each run.
/// </summary>
internal sealed class SharedBindings : Reqnroll.Bindings.BindingRegistry, IBindingRegistry
{
    private readonly ConcurrentDictionary<(StepDefinitionType Type, string Text), IReadOnlyList<IStepDefinitionBinding>> _considered = new();
    private IReadOnlyList<IStepArgumentTransformationBinding>? _transformations;
    private bool? _isValid;

    /// <inheritdoc/>
    bool IBindingRegistry.IsValid => _isValid ??= IsValid;

    /// <inheritdoc/>
    IEnumerable<IStepDefinitionBinding> IBindingRegistry.GetConsideredStepDefinitions(StepDefinitionType stepDefinitionType, string stepText) =>
        _considered.GetOrAdd((stepDefinitionType, stepText), key =>
            [.. GetStepDefinitions().Where(definition => definition.StepDefinitionType == key.Type && definition.Regex?.IsMatch(key.Text) == true)]);

    /// <summary>The transformations in their order. Asked for only when all are known, since the registry is read as a whole.</summary>
    public override IEnumerable<IStepArgumentTransformationBinding> GetStepTransformations() =>
        Ready ? _transformations ??= [.. base.GetStepTransformations()] : base.GetStepTransformations();
}
