using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Steps.Scenes;
using FluentAssertions;
using Xunit;

namespace Conformance.Steps.Tests;

/// <summary>The tags of a scenario, as requirements and needs.</summary>
public sealed class ScenarioNeedsTests
{
    private static readonly RequirementCatalogue Catalogue = RequirementCatalogue.LoadEmbedded();

    /// <summary>A need beyond those of the requirements.</summary>
    [Fact]
    public void A_tag_may_name_a_need() =>
        ScenarioNeeds.Of(["needs-sms-sink", "slow"], Catalogue).Needs.Should().Equal(Need.SmsSink);

    /// <summary>A misspelt need.</summary>
    [Fact]
    public void A_tag_that_names_no_need_is_an_error_of_the_suite()
    {
        var act = () => ScenarioNeeds.Of(["needs-sms-sinks"], Catalogue);

        act.Should().Throw<SuiteErrorException>().WithMessage(
            "the tag @needs-sms-sinks names no need; features/README.md lists them all. Did you mean sms-sink?");
    }
}
