using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Gherkin.Tests;

public sealed class BindingReportTests
{
    [Fact]
    public void Nothing_is_wrong_where_every_step_has_one_definition_and_every_definition_a_step()
    {
        var report = Check(Engine.Steps("Given 3 devices", "When Alice calls whoami", "Then a table", "  | a |", "And a text", "  \"\"\"", "  x", "  \"\"\""), typeof(Complete));

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
            features/sample.feature:3: no step definition fits 'When Alice "quoted" it's (twice) on 2 of 3.5 'a b' v1/v2:'. Add one:

                [When("Alice {string} it's \\(twice\\) on {int} of {double} {string} v1\\/v2:")]
                public Task WhenAliceItSTwiceOnOfV1V2(string text, int number, double number, string text2, DataTable table) => throw new PendingStepException();
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void A_missing_definition_of_the_kind_names_that_of_another() =>
        Check(Engine.Steps("Then 3 devices"), typeof(Complete)).Undefined.Single().Message.Should().Be(
            """
            features/sample.feature:3: no step definition fits 'Then 3 devices'. It is a Then here; "{int} devices" (Complete.Devices(Int32 count)) is for Given. Add one:

                [Then("{int} devices")]
                public Task ThenDevices(int number) => throw new PendingStepException();
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void The_pasted_definition_fits_its_step()
    {
        var scenarios = Engine.Steps("When Alice calls deleteDevice with deviceId \"LAPTOP\"");

        Check(scenarios, typeof(Empty)).Undefined.Single().Message.Should().Contain("[When(\"Alice calls deleteDevice with deviceId {string}\")]");
        Check(scenarios, typeof(Pasted)).ToString().Should().BeEmpty();
    }

    [Fact]
    public void An_ambiguous_step_names_the_candidates() =>
        Check(Engine.Steps("When Alice calls whoami"), typeof(TwoCalls)).Ambiguous.Single().Message.Should().Be(
            """
            features/sample.feature:3: several step definitions fit 'When Alice calls whoami':
                "{word} calls {word}" (TwoCalls.First(String who, String what))
                "Alice calls {word}" (TwoCalls.Second(String what))
            Make their expressions exclude each other.
            """.ReplaceLineEndings("\n"));

    [Fact]
    public void A_step_whose_arguments_do_not_fit_says_why() =>
        Check(Engine.Steps("Given one of many", "Given a table of 2", "When nothing"), typeof(Misfits)).Misfitting.Select(step => step.Message).Should().Equal(
            """
            features/sample.feature:3: 'Given one of many' does not fit the parameters of its step definition:
                "one of {word}" (Misfits.OneOf(Int32 count)): 'many' cannot become the Int32 'count'
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
        Check([], typeof(Invalid)).Problems.Should().Equal(
            "Invalid.Forgotten(): is async void and cannot be awaited; make it async Task",
            "Invalid.NotStatic(): is a [BeforeTestRun] hook and not static",
            "Invalid.TwoGroups(String one): takes 1 parameter and \"(a)(b)\" has 2 groups; it is given one for each, so put what it takes into parentheses",
            "Invalid.NoGroup(String one): takes 1 parameter and \"[a-z]+\" has 0 groups; it is given one for each, so put what it takes into parentheses",
            "Invalid.Two(String one, String two): is given the whole argument by its [StepArgumentTransformation] and takes 2 parameters",
            "Invalid.Unclosed(): \"a (b\", column 3: '(' has no matching ')'; escape it as '\\(' if it is meant as text",
            "Invalid.NoRegex(): \"^(a$\" is no regular expression: Invalid pattern '^(a$' at offset 4. Not enough )'s.",
            "Invalid.Nameless(): has no expression",
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
        BindingRegistry.FromAssembly(typeof(Complete).Assembly).Definitions.Select(definition => definition.ToString())
            .Should().Contain("[Given, When] \"{word} calls {word}\" (Complete.Calls(String who, String what))");

    private static BindingReport Check(IReadOnlyList<Scenario> scenarios, Type bindings) => BindingRegistry.FromTypes([bindings, typeof(NoBinding)]).Check(scenarios);

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

        [Given("")]
        public static void Nameless()
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
