using Conformance.Runner.Features;
using FluentAssertions;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class GeneratedExamplesTests
{
    private const string Feature = """
        Feature: A
          @API-10
          Scenario Outline: <operation> refuses a body that is not JSON
            When <operation> is called at <path>

            @swept
            Examples: every operation with a JSON body

            Examples: by hand
              | operation | path |
              | whoami    | /who |
        """;

    [Fact]
    public void Each_row_of_the_named_source_is_a_scenario()
    {
        var scenarios = Parse(
            Feature, new Rows("every operation with a JSON body", ["operation", "path"], ["login", "/in"], ["logout", "/out"]));

        scenarios.Select(scenario => (scenario.Name, scenario.Line)).Should().Equal(
            ("login refuses a body that is not JSON", 7),
            ("logout refuses a body that is not JSON", 7),
            ("whoami refuses a body that is not JSON", 11));
        scenarios.Select(scenario => string.Join(' ', scenario.Tags)).Should().Equal("API-10 swept", "API-10 swept", "API-10");
        scenarios.Select(scenario => scenario.Steps.Single().Text).Should().Equal(
            "login is called at /in", "logout is called at /out", "whoami is called at /who");
        scenarios[1].Arguments.Should().Equal(KeyValuePair.Create("operation", "logout"), KeyValuePair.Create("path", "/out"));
    }

    [Fact]
    public void The_rows_of_an_ignored_block_are_no_scenarios() =>
        Parse(
            Feature.Replace("@swept", "@ignore", StringComparison.Ordinal),
            new Rows("every operation with a JSON body", ["operation", "path"], ["login", "/in"])).Should().ContainSingle();

    [Fact]
    public void An_unknown_name_is_an_error_that_lists_the_names_there_are() =>
        Error(Feature, new Rows("two", ["x"], ["1"]), new Rows("one", ["x"], ["1"])).Should().Be(
            "features/sample.feature:7: there are no examples 'every operation with a JSON body';"
            + " name one of 'one', 'two', or write a table");

    [Fact]
    public void Without_any_source_a_table_is_what_is_left_to_write() =>
        Error(Feature).Should().Be("features/sample.feature:7: there are no examples 'every operation with a JSON body'; write a table");

    [Fact]
    public void A_source_without_rows_would_run_nothing() =>
        Error(Feature, new Rows("every operation with a JSON body", ["operation"])).Should().Be(
            "features/sample.feature:7: the examples 'every operation with a JSON body' have no rows");

    [Fact]
    public void Every_row_has_a_cell_for_each_column() =>
        Error(Feature, new Rows("every operation with a JSON body", ["operation", "path"], ["login", "/in"], ["logout"])).Should().Be(
            "features/sample.feature:7: the examples 'every operation with a JSON body' have 2 columns and a row of 1 cells");

    [Fact]
    public void A_block_with_neither_name_nor_table_has_no_rows() =>
        Error("Feature: A\n  Scenario Outline: B\n    When done\n    Examples:\n", new Rows("one", ["x"], ["1"])).Should().Be(
            "features/sample.feature:2: the outline 'B' has no examples");

    [Fact]
    public void Two_sources_cannot_have_one_name() =>
        FluentActions
            .Invoking(() => new ExampleSources(new Rows("one", ["x"]), new Rows("one", ["y"])))
            .Should().Throw<ArgumentException>();

    private static IReadOnlyList<Scenario> Parse(string text, params IExampleSource[] sources) =>
        FeatureParser.Parse(new FeatureSource(Engine.File, text), new ExampleSources(sources));

    private static string Error(string text, params IExampleSource[] sources) =>
        FluentActions.Invoking(() => Parse(text, sources))
            .Should().Throw<FeatureSyntaxException>().Which.Errors.Should().ContainSingle().Which.ToString();

    private sealed class Rows(string name, string[] columns, params string[][] rows) : IExampleSource
    {
        public string Name => name;

        IReadOnlyList<string> IExampleSource.Columns => columns;

        IReadOnlyList<IReadOnlyList<string>> IExampleSource.Rows => rows;
    }
}
