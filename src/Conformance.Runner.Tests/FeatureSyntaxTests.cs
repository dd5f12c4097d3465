using Conformance.Runner.Features;
using FluentAssertions;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class FeatureSyntaxTests
{
    [Fact]
    public void Every_error_of_a_file_is_named_with_its_line() =>
        Errors("""
            Feature: A
              Scenario: B
                Given this
                Whatever that
              Scenario: C
                When done
                  | a | b |
                  | c |
              Nonsense:
            """).Should().Equal(
            "features/sample.feature:4: 'Whatever that' does not belong here; expected the end of the file, a table row, \"\"\", a step, tags, 'Examples:', 'Scenario:', 'Scenario Outline:' or 'Rule:'",
            "features/sample.feature:8: inconsistent cell count within the table",
            "features/sample.feature:9: 'Nonsense:' does not belong here; expected the end of the file, a table row, a step, tags, 'Examples:', 'Scenario:', 'Scenario Outline:' or 'Rule:'");

    [Fact]
    public void The_message_has_one_line_for_each_error() =>
        FluentActions.Invoking(() => Engine.Parse("Feature: A\n  Scenario: B\n  Scenario: B\n"))
            .Should().Throw<FeatureSyntaxException>().WithMessage(
                """
                features/sample.feature:2: the scenario 'B' has no steps
                features/sample.feature:3: the feature already has a scenario 'B', on line 2
                features/sample.feature:3: the scenario 'B' has no steps
                """.ReplaceLineEndings("\n"));

    [Theory]
    [InlineData("", "features/sample.feature:1: the file holds no 'Feature:'")]
    [InlineData("# nothing but words\n", "features/sample.feature:1: the file holds no 'Feature:'")]
    [InlineData("Given this\n",
        "features/sample.feature:1: 'Given this' does not belong here; expected the end of the file, '# language:', tags or 'Feature:'")]
    [InlineData("@a\n@b", "features/sample.feature:2: the file ends too early; expected tags or 'Feature:'")]
    [InlineData("Feature:\n  Scenario: B\n    When done", "features/sample.feature:1: the feature has no title")]
    [InlineData("Feature: A\n  Scenario:\n    When done", "features/sample.feature:2: the scenario has no title")]
    [InlineData("Feature: A\n  Scenario Outline: B\n    When done\n    Examples:\n      | a |",
        "features/sample.feature:2: the outline 'B' has no examples")]
    [InlineData(
        "Feature: A\n  Scenario Outline: B\n    When done\n    Examples:\n      | a | a |\n      | 1 | 2 |",
        "features/sample.feature:5: the examples have the column 'a' more than once")]
    [InlineData("# language: xx\nFeature: A", "features/sample.feature:1: Language not supported: xx")]
    [InlineData("Feature: A\n  Scenario: B\n    When done\n    \"\"\"\n    open",
        "features/sample.feature:5: the file ends too early; expected \"\"\" or text")]
    public void What_would_run_nothing_is_an_error(string text, string error) => Errors(text).Should().Equal(error);

    private static IReadOnlyList<string> Errors(string text) =>
        [.. FluentActions.Invoking(() => Engine.Parse(text))
            .Should().Throw<FeatureSyntaxException>().Which.Errors.Select(place => place.ToString())];
}
