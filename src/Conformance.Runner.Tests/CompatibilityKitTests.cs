using Conformance.Runner.Results;
using Conformance.Runner.Running;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

/// <summary>
/// What Cucumber's compatibility kit demands of a runner, kind by kind, in features of our own. Where this runner is stricter than the kit,
/// a test says so: what would run nothing is an error, and pending steps and ambiguous ones do not pass in any mode. There is no retry.
/// </summary>
public sealed class CompatibilityKitTests
{
    [Theory]
    [InlineData("Given a step", ScenarioOutcome.Passed, "begun;a step;ended OK")]
    [InlineData("Given a step;And a failing step;And a step", ScenarioOutcome.Failed, "begun;a step;ended TestError")]
    [InlineData("Given a step;And a pending step;And a step", ScenarioOutcome.Failed, "begun;a step;ended StepDefinitionPending")]
    [InlineData("Given a step;And a skipped step;And a step", ScenarioOutcome.Skipped, "begun;a step;ended Skipped")]
    [InlineData("Given a step;And an undefined step;And a step", ScenarioOutcome.BindingError, "begun;a step;ended UndefinedStep")]
    [InlineData("Given a step;And an ambiguous step;And a step", ScenarioOutcome.BindingError, "begun;a step;ended BindingError")]
    [InlineData("Given a failing step;And an undefined step;And an ambiguous step", ScenarioOutcome.Failed, "begun;ended TestError")]
    [InlineData("Given a skipped step;And an undefined step;And a failing step", ScenarioOutcome.Skipped, "begun;ended Skipped")]
    [InlineData("Given a pending step;And a failing step", ScenarioOutcome.Failed, "begun;ended StepDefinitionPending")]
    public async Task The_first_step_that_does_not_pass_decides_and_hooks_run_around(string steps, ScenarioOutcome outcome, string journal)
    {
        var (result, written) = await Engine.RunOneAsync(Engine.Steps(steps.Split(';')), typeof(Statuses), typeof(Hooks));

        result.Outcome.Should().Be(outcome);
        written.Entries.Should().Equal(journal.Split(';'));
    }

    [Fact]
    public async Task An_ambiguous_step_names_its_definitions()
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps("Given an ambiguous step"), typeof(Statuses));

        result.Exception.Should().BeOfType<AmbiguousBindingException>().Which.Message.Should().Be(
            """
            features/sample.feature:3: several step definitions match 'Given an ambiguous step':
                "^an ambiguous (.*?)$" (Statuses.FirstFit(String rest))
                "^(.*?) ambiguous step$" (Statuses.SecondFit(String rest))
            Make their expressions exclude each other.
            """.ReplaceLineEndings("\n"));
        result.FailedStep!.Text.Should().Be("an ambiguous step");
    }

    [Fact]
    public void A_definition_without_a_step_is_told_and_disturbs_nothing() =>
        BindingRegistry.FromTypes([typeof(Shop)]).Check(Engine.Steps("Given the customer has 100 cents"))
            .Unused.Select(definition => definition.Expression).Should().Equal(
                "there are chocolate bars",
                "there are no chocolate bars",
                "the customer buys a {int} cent bar",
                "there is {outcome}",
                "an order for {string}");

    [Theory]
    [InlineData("Given there are pear cucumbers")]
    [InlineData("Given the airport CDG is closed")]
    public async Task What_does_not_fit_the_parameter_s_type_is_undefined(string step)
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps(step), typeof(Cucumbers));

        result.Outcome.Should().Be(ScenarioOutcome.BindingError);
        result.Exception!.Message.Should().StartWith($"features/sample.feature:3: no step definition matches '{step}'. Add one:");
    }

    [Fact]
    public async Task An_unknown_parameter_type_is_a_problem_of_the_binding()
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps("Given the harbour Hook is closed"), typeof(UnknownParameter));

        result.Outcome.Should().Be(ScenarioOutcome.BindingError);
        result.Exception!.Message.Should().StartWith("UnknownParameter.Closed(Object harbour): ").And.Contain("harbour");
    }

    [Fact]
    public async Task Rules_hold_examples_and_backgrounds_are_joined()
    {
        var scenarios = Engine.Parse("""
            Feature: Sales
              Background:
                Given an order for "eggs"

              Rule: Nobody buys what is too dear
                Background:
                  Given the customer has 100 cents

                Example: Too dear
                  Given there are chocolate bars
                  When the customer buys a 125 cent bar
                  Then there is no sale

                Example: Cheap enough
                  Given there are chocolate bars
                  When the customer buys a 75 cent bar
                  Then there is a sale

              @stock
              Rule: Nobody buys what is not there
                Example: Sold out
                  Given the customer has 100 cents
                  And there are no chocolate bars
                  When the customer buys a 1 cent bar
                  Then there is no sale
            """);

        var (results, journal) = await Engine.RunAsync(scenarios, new RunOptions { Parallelism = 1 }, typeof(Shop), typeof(RuleReading));

        results.Should().OnlyContain(result => result.Outcome == ScenarioOutcome.Passed);
        journal.Entries.Should().Equal(
            "order eggs", "Too dear under 'Nobody buys what is too dear'",
            "order eggs", "Cheap enough under 'Nobody buys what is too dear'",
            "order eggs", "Sold out under 'Nobody buys what is not there' @stock");
    }

    [Fact]
    public async Task Each_row_of_an_examples_table_has_an_outcome_of_its_own()
    {
        var scenarios = Engine.Parse("""
            Feature: Cucumbers
              Scenario Outline: Eating <eat> of <start>
                Given there are <start> cucumbers
                When I eat <eat> cucumbers
                Then I have <left> cucumbers

                @passing
                Examples: These pass
                  | start | eat | left |
                  | 12    | 5   | 7    |
                  | 20    | 5   | 15   |

                @failing
                Examples: These fail
                  | start | eat | left |
                  | 12    | 20  | 0    |

                Examples: This is not a number
                  | start | eat    | left |
                  | 12    | banana | 12   |
            """);

        var (results, _) = await Engine.RunAsync(scenarios, new RunOptions(), typeof(Cucumbers));

        results.Select(result => result.Outcome).Should().Equal(
            ScenarioOutcome.Passed, ScenarioOutcome.Passed, ScenarioOutcome.Failed, ScenarioOutcome.BindingError);
    }

    [Fact]
    public async Task Tables_and_doc_strings_arrive_as_they_are_written()
    {
        var steps = Engine.Steps(
            "When this table is turned", "| a | b |", "| 1 | x\\|y\\n |", "Then it is", "| a | 1 |", "| b | x\\|y\\n |",
            "And the text", "\"\"\"json", "  {\"a\": \"\\\"\"}", "", "\"\"\"", "And the text", "```", "\"\"\"", "```");

        var (result, journal) = await Engine.RunOneAsync(steps, typeof(Arguments));

        result.Exception.Should().BeNull();
        journal.Entries.Should().Equal("  {\"a\": \"\\\"\"}\n", "\"\"\"");
    }

    [Fact]
    public async Task A_step_has_any_signs_in_it()
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps("Given I have 42 <![CDATA[cukes]]> in my belly"), typeof(Cucumbers));

        result.Exception.Should().BeNull();
    }

    [Theory]
    [InlineData("@fail-before", ScenarioOutcome.Failed, "[BeforeScenario] ConditionalHooks.FailBefore()", "after")]
    [InlineData("@fail-after", ScenarioOutcome.Failed, "[AfterScenario] ConditionalHooks.FailAfter()", "before;a step;after")]
    [InlineData("@skip-before", ScenarioOutcome.Skipped, null, "after")]
    [InlineData("@skip-after", ScenarioOutcome.Skipped, null, "before;a step;after")]
    [InlineData("@other", ScenarioOutcome.Passed, null, "before;a step;after")]
    public async Task A_hook_that_does_not_pass_decides_for_its_scenario(string tag, ScenarioOutcome outcome, string? hook, string journal)
    {
        var scenarios = Engine.Parse($"Feature: A\n  {tag}\n  Scenario: B\n    Given a step\n");

        var (result, written) = await Engine.RunOneAsync(scenarios, typeof(Statuses), typeof(ConditionalHooks));

        result.Outcome.Should().Be(outcome);
        result.FailedHook.Should().Be(hook);
        written.Entries.Should().Equal(journal.Split(';'));
    }

    [Fact]
    public async Task A_failing_hook_after_a_skipped_step_fails_the_scenario()
    {
        var scenarios = Engine.Parse("Feature: A\n  @fail-after\n  Scenario: B\n    Given a skipped step\n");

        var (result, _) = await Engine.RunOneAsync(scenarios, typeof(Statuses), typeof(ConditionalHooks));

        result.Outcome.Should().Be(ScenarioOutcome.Failed);
        result.Exception!.Message.Should().Be("after");
    }

    [Fact]
    public async Task A_failing_scenario_is_not_tried_again()
    {
        var (_, journal) = await Engine.RunOneAsync(Engine.Steps("Given a failing step"), typeof(Statuses), typeof(Hooks));

        journal.Entries.Count(entry => entry == "begun").Should().Be(1);
    }

    [Binding]
    public sealed class Statuses(Journal journal)
    {
        [Given("^a step$")]
        public void Step() => journal.Note("a step");

        [Given("^a failing step$")]
        public static void Fail() => throw new InvalidOperationException("whoops");

        [Given("^a pending step$")]
        public static void Pending() => throw new PendingStepException();

        [Given("^a skipped step$")]
        public static void Skipped() => throw new ScenarioSkippedException("skipping");

        [Given("^an ambiguous (.*?)$")]
        public static void FirstFit(string rest) => _ = rest;

        [Given("^(.*?) ambiguous step$")]
        public static void SecondFit(string rest) => _ = rest;
    }

    [Binding]
    public sealed class Hooks(Journal journal, ScenarioContext context)
    {
        [BeforeScenario]
        public void Begin() => journal.Note("begun");

        [AfterScenario]
        public void End() => journal.Note($"ended {context.ScenarioExecutionStatus}");
    }

    [Binding]
    public sealed class ConditionalHooks(Journal journal)
    {
        [BeforeScenario(Order = 2)]
        public void Before() => journal.Note("before");

        [BeforeScenario("fail-before", Order = 1)]
        public static void FailBefore() => throw new InvalidOperationException("before");

        [BeforeScenario("skip-before", Order = 1)]
        public static void SkipBefore() => throw new ScenarioSkippedException("before");

        [AfterScenario(Order = 1)]
        public void After() => journal.Note("after");

        [AfterScenario("fail-after", Order = 2)]
        public static void FailAfter() => throw new InvalidOperationException("after");

        [AfterScenario("skip-after", Order = 2)]
        public static void SkipAfter() => throw new ScenarioSkippedException("after");
    }

    [Binding]
    public sealed class RuleReading(Journal journal, ScenarioContext context)
    {
        [AfterScenario]
        public void Note() => journal.Note(
            $"{context.ScenarioInfo.Title} under '{context.RuleInfo.Title}'"
            + string.Concat(context.ScenarioInfo.CombinedTags.Select(tag => $" @{tag}")));
    }

    [Binding]
    public sealed class Shop(Journal journal)
    {
        private int _cents;
        private int _stock;
        private bool _sold;

        [Given("the customer has {int} cents")]
        public void Cents(int cents) => _cents = cents;

        [Given("there are chocolate bars")]
        public void Stock() => _stock = 1;

        [Given("there are no chocolate bars")]
        public void NoStock() => _stock = 0;

        [When("the customer buys a {int} cent bar")]
        public void Buy(int price) => _sold = _stock > 0 && _cents >= price;

        [Then("there is {outcome}")]
        public void Sale(bool sale) => _sold.Should().Be(sale);

        [Given("an order for {string}")]
        public void Order(string what) => journal.Note($"order {what}");

        [StepArgumentTransformation("(a|no) sale", Name = "outcome")]
        public static bool IsSale(string word) => word == "a";
    }

    [Binding]
    public sealed class Cucumbers
    {
        private int _count;

        [Given("there are {int} cucumbers")]
        public void Start(int count) => _count = count;

        [When("I eat {int} cucumbers")]
        public void Eat(int count) => _count -= count;

        [Then("I have {int} cucumbers")]
        public void Left(int count) => _count.Should().Be(count);

        [Given("I have {int} <![CDATA[cukes]]> in my belly")]
        public void Belly(int count) => _count = count;
    }

    [Binding]
    public static class UnknownParameter
    {
        [Given("the {harbour} is closed")]
        public static void Closed(object harbour) => _ = harbour;
    }

    [Binding]
    public sealed class Arguments(Journal journal)
    {
        private DataTable _table = new("none");

        [When("this table is turned")]
        public void Turn(DataTable table)
        {
            List<string[]> rows = [[.. table.Header], .. table.Rows.Select(row => row.Values.ToArray())];
            List<string[]> columns = [.. Enumerable.Range(0, rows[0].Length).Select(column => rows.Select(row => row[column]).ToArray())];
            _table = new DataTable(columns[0]);
            foreach (var row in columns.Skip(1))
                _table.AddRow(row);
        }

        [Then("it is")]
        public void Compare(DataTable table)
        {
            _table.Header.Should().Equal(table.Header);
            _table.Rows.Select(row => string.Join(';', row.Values)).Should().Equal(table.Rows.Select(row => string.Join(';', row.Values)));
        }

        [Then("the text")]
        public void Text(string text) => journal.Note(text);
    }
}
