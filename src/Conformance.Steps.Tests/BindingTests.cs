using Conformance.Runner;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>The features and the step definitions fit each other.</summary>
public sealed class BindingTests
{
    private static readonly BindingRegistry Registry = BindingRegistry.FromAssemblies(typeof(EmbeddedFeatures).Assembly);

    /// <summary>Undefined and ambiguous steps, unused definitions: the message shows the snippet that is missing.</summary>
    [Fact]
    public void Every_step_has_one_definition_and_every_definition_a_step() =>
        Registry.Check(EmbeddedFeatures.Load()).ToString().Should().BeEmpty();

    /// <summary>What a form means stands in the summary of its method.</summary>
    [Fact]
    public void Every_form_is_documented() =>
        Conformance.Runner.Catalogue.StepCatalogue.Of(Registry, []).Steps.Where(form => form.Summary.Length == 0)
            .Select(form => form.Expression).Should().BeEmpty();
}
