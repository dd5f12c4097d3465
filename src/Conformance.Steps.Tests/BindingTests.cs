using Conformance.Runner;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>The features and the step definitions fit each other.</summary>
public sealed class BindingTests
{
    private const int MostStepForms = 40;

    private static readonly BindingRegistry Registry = BindingRegistry.FromAssemblies(typeof(EmbeddedFeatures).Assembly);

    /// <summary>Undefined and ambiguous steps, unused definitions: the message shows the snippet that is missing.</summary>
    [Fact]
    public void Every_step_has_one_definition_and_every_definition_a_step() =>
        Registry.Check(EmbeddedFeatures.Load()).ToString().Should().BeEmpty();

    /// <summary>A closed vocabulary stays learnable.</summary>
    [Fact]
    public void There_are_at_most_forty_step_forms() =>
        Registry.Definitions.Select(definition => definition.Expression).Distinct(StringComparer.Ordinal)
            .Should().HaveCountLessThanOrEqualTo(MostStepForms);
}
