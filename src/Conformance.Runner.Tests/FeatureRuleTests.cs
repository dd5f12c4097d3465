using Conformance.Runner.Features;
using FluentAssertions;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class FeatureRuleTests
{
    [Fact]
    public void A_scenario_has_the_rule_it_stands_under_with_its_tags_and_its_background()
    {
        var scenarios = Engine.Parse("""
            @chapter @shared
            Feature: Devices
              Background:
                Given Alice is logged in

              Scenario: Before all rules
                When she lists

              @DEV-1 @shared
              Rule: A device can be deleted
                Nothing of it
                stays.

                Background:
                  And she has a phone

                @slow
                Scenario: Deleting
                  When she deletes it

              @DEV-2
              Rule: A device can be renamed

                Scenario Outline: Renaming to <name>
                  When she names it <name>

                  @table
                  Examples:
                    | name |
                    | A    |
            """);

        scenarios.Select(scenario => scenario.Name).Should().Equal("Before all rules", "Deleting", "Renaming to A");
        scenarios.Select(scenario => string.Join(' ', scenario.Tags)).Should().Equal(
            "chapter shared", "chapter shared DEV-1 slow", "chapter shared DEV-2 table");
        scenarios.Select(scenario => scenario.Rule).Should().BeEquivalentTo(
            [
                null,
                new ScenarioRule("A device can be deleted", "Nothing of it\nstays.", ["DEV-1", "shared"], 10),
                new ScenarioRule("A device can be renamed", "", ["DEV-2"], 22),
            ],
            options => options.WithStrictOrdering());
        scenarios.Select(scenario => string.Join(", ", scenario.Steps.Select(step => $"{step.Kind} {step.Text}"))).Should().Equal(
            "Given Alice is logged in, When she lists",
            "Given Alice is logged in, Given she has a phone, When she deletes it",
            "Given Alice is logged in, When she names it A");
    }

    [Fact]
    public void A_title_names_one_scenario_of_the_feature_whatever_its_rule() =>
        FluentActions
            .Invoking(() => Engine.Parse(
                "Feature: A\n  Rule: B\n    Scenario: C\n      When done\n  Rule: D\n    Scenario: C\n      When done\n"))
            .Should().Throw<FeatureSyntaxException>()
            .WithMessage("features/sample.feature:6: the feature already has a scenario 'C', on line 3");

    [Theory]
    [InlineData("Feature: A\n  Rule:\n    Scenario: B\n      When done", "features/sample.feature:2: the rule has no title")]
    [InlineData(
        "Feature: A\n  Rule: B\n    Background:\n      When done\n  Rule: C\n    Scenario: D\n      When done",
        "features/sample.feature:2: the rule 'B' has no scenarios")]
    public void A_rule_that_says_nothing_is_an_error(string text, string error) =>
        FluentActions.Invoking(() => Engine.Parse(text))
            .Should().Throw<FeatureSyntaxException>().Which.Errors.Select(place => place.ToString()).Should().Equal(error);
}
