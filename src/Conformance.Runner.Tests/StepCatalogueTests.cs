using System.Reflection;
using System.Xml.Linq;
using Conformance.Runner.Catalogue;
using Conformance.Runner.Features;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class StepCatalogueTests
{
    private static readonly IReadOnlyList<Scenario> Scenarios = Engine.Parse("""
        Feature: A
          Background:
            Given Alice is there
          Scenario Outline: One <x>
            When Alice calls "<x>" with
              | a |
            Examples:
              | x |
              | 1 |
              | 2 |
          Scenario: Two
            When Alice calls "y" with
              | a |
            And Alice calls "z" with
              | a |
        """);

    [Fact]
    public void Each_form_comes_with_its_meaning_and_its_uses()
    {
        var catalogue = StepCatalogue.Of(BindingRegistry.FromTypes([typeof(Documented), typeof(Bare)]), Scenarios);

        catalogue.Steps.Should().BeEquivalentTo(
            [
                new StepForm([StepKind.Given], "{who} is there", null,
                    "The person, e.g. `Alice`, is there; see `ScenarioContext` and `who`.", nameof(Documented), "Steps of people.", 1),
                new StepForm([StepKind.Given, StepKind.When], "{who} calls {string} with", StepFormArgument.Table,
                    "Calls. With a table, and `null`.", nameof(Documented), "Steps of people.", 3),
                new StepForm([StepKind.Then], "the body of {who} is, in 'quotes' or {string}:", StepFormArgument.DocString, "",
                    nameof(Bare), "", 0),
                new StepForm([StepKind.Then], "^only (one)$", null, "", nameof(Bare), "", 0),
            ],
            options => options.WithStrictOrdering());
        catalogue.Parameters.Should().Equal(new StepParameter("who", "`{who}`: a person."));
    }

    [Fact]
    public void It_can_be_written_as_a_document() =>
        StepCatalogue.Of(BindingRegistry.FromTypes([typeof(Documented), typeof(Bare)]), Scenarios).ToMarkdown().Should().Be("""
            # Steps

            4 step forms. Generated from the code: change the summaries there.

            ## Parameters

            - `{who}`: a person.

            ## Steps of people

            ### Given `{who} is there`

            The person, e.g. `Alice`, is there; see `ScenarioContext` and `who`.

            ### Given / When `{who} calls {string} with`

            Calls. With a table, and `null`.

            Takes a table.

            ## Bare

            ### Then `the body of {who} is, in 'quotes' or {string}:`

            Takes a doc string.

            ### Then `^only (one)$`

            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_method_is_found_by_the_names_of_its_parameters_types()
    {
        var documentation = new XmlDocumentation(XDocument.Parse($"""
            <doc><members>
              <member name="M:{typeof(StepCatalogueTests).FullName}.Odd(System.Collections.Generic.IReadOnlyList{"{System.String}"},System.Nullable{"{System.Int32}"},System.String[],Conformance.Runner.Tests.StepCatalogueTests.Bare)">
                <summary>Found.</summary>
              </member>
              <member name="M:Unnamed" />
            </members></doc>
            """));

        documentation.SummaryOf(typeof(StepCatalogueTests).GetMethod(nameof(Odd), BindingFlags.Static | BindingFlags.NonPublic)!)
            .Should().Be("Found.");
        documentation.SummaryOf(typeof(StepCatalogueTests)).Should().BeEmpty();
    }

    internal static void Odd(IReadOnlyList<string> list, int? number, string[] array, Bare nested) => _ = (list, number, array, nested);

    public sealed record Person(string Name);

    /// <summary>Steps of people.</summary>
    [Binding]
    public static class Documented
    {
        /// <summary>
        /// The person, e.g. <c>Alice</c>, is there;
        /// see <see cref="ScenarioContext"/> and <paramref name="who"/>.
        /// </summary>
        [Given("{who} is there")]
        public static void IsThere(Person who) => _ = who;

        /// <summary><para>Calls.</para><para>With a table, and <see langword="null"/>.</para></summary>
        [Given("{who} calls {string} with")]
        [When("{who} calls {string} with")]
        public static Task Calls(Person who, string what, DataTable table) => Task.FromResult((who, what, table));

        /// <summary><c>{who}</c>: a person.</summary>
        [StepArgumentTransformation("([A-Z]\\w+)", Name = "who")]
        public static Person Who(string name) => new(name);
    }

    [Binding]
    public class Bare
    {
        [Then("the body of {who} is, in 'quotes' or {string}:")]
        public static void Body(Person who, string quoted, string body) => _ = (who, quoted, body);

        [Then("^only (one)$")]
        public static void Only(string one) => _ = one;
    }
}
