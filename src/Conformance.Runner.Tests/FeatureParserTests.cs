using Conformance.Runner.Features;
using FluentAssertions;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class FeatureParserTests
{
    [Fact]
    public void A_scenario_has_the_background_in_front_and_the_tags_of_the_feature()
    {
        var scenarios = Engine.Parse("""
            @chapter @shared
            Feature: Devices
              What a client may do
              with its devices.

              Background:
                Given Alice is logged in
                And she has a phone

              @DEV-1 @shared
              Scenario: Listing
                Some words.
                When she lists
                Then she sees
                But no more
                * all is well
            """);

        scenarios.Should().ContainSingle().Which.Should().BeEquivalentTo(new Scenario
        {
            Feature = "Devices",
            FeatureDescription = "What a client may do\nwith its devices.",
            FeatureTags = ["chapter", "shared"],
            Name = "Listing",
            Title = "Listing",
            Description = "Some words.",
            Tags = ["chapter", "shared", "DEV-1"],
            File = Engine.File,
            Line = 11,
            Steps =
            [
                new ScenarioStep(StepKind.Given, "Given", "Alice is logged in", 7),
                new ScenarioStep(StepKind.Given, "And", "she has a phone", 8),
                new ScenarioStep(StepKind.When, "When", "she lists", 13),
                new ScenarioStep(StepKind.Then, "Then", "she sees", 14),
                new ScenarioStep(StepKind.Then, "But", "no more", 15),
                new ScenarioStep(StepKind.Then, "*", "all is well", 16),
            ],
        }, options => options.WithStrictOrdering());
    }

    [Fact]
    public void And_before_any_other_keyword_prepares() =>
        Engine.Steps("And it is so", "* it is so too").Single().Steps.Should().OnlyContain(step => step.Kind == StepKind.Given);

    [Fact]
    public void The_background_does_not_lend_its_kind_to_the_scenario() =>
        Engine.Parse("""
            Feature: A
              Background:
                When something is done
              Scenario: B
                And it is so
            """).Single().Steps.Select(step => step.Kind).Should().Equal(StepKind.When, StepKind.Given);

    [Fact]
    public void Tables_and_doc_strings_belong_to_their_steps()
    {
        var steps = Engine.Parse("""
            Feature: A
              Scenario: B
                When it is called with
                  | name | value |
                  | a    | x\|y  |
                  | b    |       |
                And with the body
                  ```
                  {
                    "a": 1
                  }
                  ```
            """).Single().Steps;

        steps[0].Table!.Select(row => string.Join(';', row)).Should().Equal("name;value", "a;x|y", "b;");
        steps[0].DocString.Should().BeNull();
        steps[1].DocString.Should().Be("{\n  \"a\": 1\n}");
        steps[1].Table.Should().BeNull();
    }

    [Fact]
    public void Each_row_of_each_examples_block_is_a_scenario_with_its_placeholders_filled_in()
    {
        var scenarios = Engine.Parse(""""
            @f
            Feature: A
              @o
              Scenario Outline: <operation> without <what>
                When <operation> is called with "<what>"
                  | <what> | <unknown> |
                And the body
                  """
                  {"<what>": "<operation>"}
                  """

                @first
                Examples:
                  | operation | what  |
                  | login     | token |
                  | logout    | body  |

                @second
                Examples: more
                  | operation | what        |
                  | whoami    | <operation> |
            """");

        scenarios.Select(scenario => (scenario.Name, scenario.Line)).Should().Equal(
            ("login without token", 15), ("logout without body", 16), ("whoami without <operation>", 21));
        scenarios.Select(scenario => string.Join(' ', scenario.Tags)).Should().Equal("f o first", "f o first", "f o second");
        scenarios.Should().OnlyContain(scenario => scenario.Title == "<operation> without <what>");
        scenarios[0].Arguments.Should().Equal(KeyValuePair.Create("operation", "login"), KeyValuePair.Create("what", "token"));
        scenarios[0].Steps[0].Text.Should().Be("login is called with \"token\"");
        scenarios[0].Steps[0].Table!.Single().Should().Equal("token", "<unknown>");
        scenarios[0].Steps[1].DocString.Should().Be("{\"token\": \"login\"}");
        scenarios[2].Steps[0].Text.Should().Be("whoami is called with \"<operation>\"", "a cell is not filled in a second time");
    }

    [Fact]
    public void Rows_that_the_title_does_not_tell_apart_have_their_values_in_the_name() =>
        Engine.Parse("""
            Feature: A
              Scenario: Reading <x>
                When done
              Scenario Outline: Plain
                When <x>
                Examples:
                  | x | y |
                  | 1 | 2 |
                  | 3 | 4 |
                  | 3 | 4 |
              Scenario Outline: Only <x>
                When <x> <y>
                Examples:
                  | x | y |
                  | a | b |
                  | a | c |
            """).Select(scenario => scenario.Name).Should().Equal(
            "Reading <x>", "Plain (1, 2)", "Plain (3, 4)", "Plain (3, 4) #2", "Only a", "Only a (a, c)");

    [Fact]
    public void Rows_of_an_ignored_block_are_no_scenarios() =>
        Engine.Parse("""
            Feature: A
              Scenario Outline: Row <x>
                When <x>
                Examples:
                  | x |
                  | 1 |
                @Ignore
                Examples:
                  | x |
                  | 2 |
            """).Select(scenario => scenario.Name).Should().Equal("Row 1");

    [Fact]
    public void Keywords_are_those_of_the_files_language() =>
        Engine.Parse("""
            # language: de
            Funktionalität: A
              Szenario: B
                Angenommen es ist so
                Wenn etwas geschieht
                Dann ist es anders
                Und gut
            """).Single().Steps.Select(step => step.Kind).Should().Equal(StepKind.Given, StepKind.When, StepKind.Then, StepKind.Then);
}
