using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class BindingReportTests
{
    [Fact]
    public void Nothing_is_wrong_where_every_step_has_one_definition_and_every_definition_a_step()
    {
        var report = Check(
            Engine.Steps("Given 3 devices", "When Alice calls whoami", "Then a table", "  | a |", "And a text", "  \"\"\"", "  x",
                "  \"\"\""), typeof(Complete));

        report.ToString().Should().BeEmpty();
        report.IsClean.Should().BeTrue();
    }

    [Fact]
    public void An_undefined_step_comes_with_the_definition_to_paste()
    {
        var report = Check(Engine.Steps("When Alice \"quoted\" it's (twice) on 2 of 3.5 'a b' v1/v2:", "  | a |"), typeof(Empty));

        report.IsClean.Should().BeFalse();
        report.Undefined.Should().ContainSingle().Which.Message.Should().Be(
            """
            features/sample.feature:3: no step definition matches 'When Alice "quoted" it's (twice) on 2 of 3.5 'a b' v1/v2:'. Add one:

                [When("Alice {string} it's \\(twice\\) on {int} of {double} {string} v1\\/v2:")]
                public Task WhenAliceItSTwiceOnOfV1V2(string text, int number, double number, string text2, DataTable table) => throw new PendingStepException();
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_missing_definition_of_the_kind_names_that_of_another() =>
        Check(Engine.Steps("Then 3 devices"), typeof(Complete)).Undefined.Single().Message.Should().Be(
            """
            features/sample.feature:3: no step definition matches 'Then 3 devices'. It is a Then here; "{int} devices" (Complete.Devices(Int32 count)) is for Given. Add one:

                [Then("{int} devices")]
                public Task ThenDevices(int number) => throw new PendingStepException();
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void The_pasted_definition_fits_its_step()
    {
        var scenarios = Engine.Steps("When Alice calls deleteDevice with deviceId \"LAPTOP\"");

        Check(scenarios, typeof(Empty)).Undefined.Single().Message.Should().Contain(
            "[When(\"Alice calls deleteDevice with deviceId {string}\")]");
        Check(scenarios, typeof(Pasted)).ToString().Should().BeEmpty();
    }

    [Fact]
    public void An_ambiguous_step_names_the_candidates() =>
        Check(Engine.Steps("When Alice calls whoami"), typeof(TwoCalls)).Ambiguous.Single().Message.Should().Be(
            """
            features/sample.feature:3: several step definitions match 'When Alice calls whoami':
                "{word} calls {word}" (TwoCalls.First(String who, String what))
                "Alice calls {word}" (TwoCalls.Second(String what))
            Make their expressions exclude each other.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_step_whose_arguments_do_not_fit_says_why() =>
        Check(Engine.Steps("Given one of many", "Given a table of 2", "When nothing"), typeof(Misfits)).Misfitting.Select(
            step => step.Message).Should().Equal(
            """
            features/sample.feature:3: 'Given one of many' does not fit the parameters of its step definition:
                "one of {word}" (Misfits.OneOf(Int32 count)): 'many' cannot be converted to the Int32 'count'
            """.ReplaceLineEndings("\n"),
            """
            features/sample.feature:4: 'Given a table of 2' does not fit the parameters of its step definition:
                "a table of {int}" (Misfits.TableOf(Int32 count, DataTable table)): the method takes 2 parameters, the step gives 1 argument
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_definition_without_a_step_is_named() =>
        Check([], typeof(TwoCalls)).ToString().Should().Be(
            """
            No scenario uses [When] "{word} calls {word}" (TwoCalls.First(String who, String what)). Remove it.

            No scenario uses [When] "Alice calls {word}" (TwoCalls.Second(String what)). Remove it.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void What_is_wrong_with_the_bindings_themselves_is_named() =>
        Check([], typeof(Invalid)).Problems.Select(problem => problem.ReplaceLineEndings("\n")).Should().Equal(
            "The binding methods for before/after feature and before/after test run events must be static: Invalid.NotStatic()",
            """
            Invalid.Unclosed(): This Cucumber Expression has a problem at column 3:

            a (b
              ^
            The '(' does not have a matching ')'.
            If you did not intend to use optional text you can use '\(' to escape the optional text
            """.ReplaceLineEndings("\n"),
            "Invalid.Forgotten(): Invalid binding method 'Invalid.Forgotten()': async void methods are not supported. Please use 'async Task'.",
            "Invalid.NoRegex(): Invalid pattern '^(a$' at offset 4. Not enough )'s.",
            "Invalid.Two(String one, String two): the transformation takes 2 parameters, it is given 1 argument",
            "Invalid.TwoGroups(String one): the transformation takes 1 parameter, its expression \"^(a)(b)$\" gives 2 arguments",
            "Invalid.NoGroup(String one): the transformation takes 1 parameter, its expression \"^[a-z]+$\" gives 0 arguments",
            "\"the same\" is defined twice: by Invalid.Same() and by Invalid.SameAgain()");

    [Fact]
    public void A_fault_of_every_row_is_said_once() =>
        Check(
            Engine.Parse("""
                Feature: A
                  Background:
                    Given something
                  Scenario: B
                    When nothing
                  Scenario: C
                    When nothing
                """),
            typeof(Misfits)).ToString().Split("Add one").Should().HaveCount(2);

    [Fact]
    public void Every_class_of_an_assembly_is_found() =>
        BindingRegistry.FromAssemblies(typeof(Complete).Assembly).Definitions.Select(definition => definition.ToString())
            .Should().Contain("[Given, When] \"{word} calls {word}\" (Complete.Calls(String who, String what))");

    private static BindingReport Check(IReadOnlyList<Scenario> scenarios, Type bindings) =>
        BindingRegistry.FromTypes([bindings, typeof(NoBinding)]).Check(scenarios);

    [Binding]
    public sealed class Complete
    {
        [Given("{int} devices")]
        public static void Devices(int count) => _ = count;

        [Given("{word} calls {word}")]
        [When("{word} calls {word}")]
        public static void Calls(string who, string what) => _ = who + what;

        [StepDefinition("a table")]
        public static void Table(DataTable table) => _ = table;

        [Then("a text")]
        public static void Text(string text) => _ = text;
    }

    [Binding]
    public sealed class Empty;

    [Binding]
    public sealed class Pasted
    {
        [When("Alice calls deleteDevice with deviceId {string}")]
        public static Task WhenAliceCallsDeleteDeviceWithDeviceId(string text) => throw new PendingStepException();
    }

    [Binding]
    public sealed class TwoCalls
    {
        [When("{word} calls {word}")]
        public static void First(string who, string what) => _ = who + what;

        [When("Alice calls {word}")]
        public static void Second(string what) => _ = what;
    }

    [Binding]
    public sealed class Misfits
    {
        [Given("one of {word}")]
        public static void OneOf(int count) => _ = count;

        [Given("a table of {int}")]
        public static void TableOf(int count, DataTable table) => _ = (count, table);

        [When("nothing")]
        public static void Nothing()
        {
        }
    }

    [Binding]
    public sealed class Invalid
    {
        [Given("a (b")]
        public static void Unclosed()
        {
        }

        [Given("forgotten")]
        public static async void Forgotten() => await Task.CompletedTask;

        public int Runs { get; private set; }

        [BeforeTestRun]
        public void NotStatic() => Runs++;

        [StepArgumentTransformation("(a)(b)")]
        public static string TwoGroups(string one) => one;

        [StepArgumentTransformation("[a-z]+")]
        public static string NoGroup(string one) => one;

        [StepArgumentTransformation]
        public static string Two(string one, string two) => one + two;

        [Given("^(a$")]
        public static void NoRegex()
        {
        }

        [Given("the same")]
        public static void Same()
        {
        }

        [Given("the same")]
        [When("the same")]
        public static void SameAgain()
        {
        }
    }

    public sealed class NoBinding
    {
        [Given("not found")]
        public static void NotFound()
        {
        }
    }
}
