using Conformance.Runner.Results;
using Conformance.Runner.Running;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class StepArgumentTests
{
    [Theory]
    [InlineData("an int 42", "Int32 42")]
    [InlineData("a long -42", "Int64 -42")]
    [InlineData("a double 1.5", "Double 1.5")]
    [InlineData("a bool true", "Boolean True")]
    [InlineData("a colour dark red", "Colour DarkRed")]
    [InlineData("a number that may be missing 7", "Int32 7")]
    [InlineData("a span 00:01:30", "TimeSpan 00:01:30")]
    [InlineData("an address https://example.org/", "Uri https://example.org/")]
    [InlineData("a guid 6f9619ff-8b86-d011-b42d-00c04fc964ff", "Guid 6f9619ff-8b86-d011-b42d-00c04fc964ff")]
    [InlineData("the regular first and second", "String first+second")]
    [InlineData("the person Alice", "Person Alice!")]
    [InlineData("the person nobody", "Person (nobody)")]
    [InlineData("the awaited person Bob", "Late Bob")]
    [InlineData("the text \"a {b} c\"", "String a <b> c")]
    public async Task Text_becomes_the_parameter_s_type(string step, string expected)
    {
        var (result, journal) = await Engine.RunOneAsync(Engine.Steps($"Given {step}"), typeof(Steps));

        result.Exception.Should().BeNull();
        journal.Entries.Should().Equal(expected);
    }

    [Fact]
    public async Task A_table_and_a_doc_string_are_the_last_parameter()
    {
        var (result, journal) = await Engine.RunOneAsync(
            Engine.Steps("Given 2 rows", "| name | {b} |", "| x | {b} |", "And the text \"t\" with", "\"\"\"", "a {b}", "\"\"\"",
                "And people", "| name |", "| Alice |", "| Bob |"),
            typeof(Steps));

        result.Exception.Should().BeNull();
        journal.Entries.Should().Equal("2 name,{b} x,{b}", "t a <b>", "Alice&Bob");
    }

    [Fact]
    public async Task An_argument_that_the_transformation_refuses_fails_the_step()
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps("Given the person Mallory"), typeof(Steps));

        result.Outcome.Should().Be(ScenarioOutcome.Failed);
        result.Exception.Should().BeOfType<ArgumentException>().Which.Message.Should().Be("Mallory is not known here");
        result.FailedStep!.Text.Should().Be("the person Mallory");
    }

    [Fact]
    public async Task Of_several_transformations_that_fit_the_lowest_order_is_taken()
    {
        var (_, journal) = await Engine.RunOneAsync(Engine.Steps("Given ordered x"), typeof(OrderedTransformations));

        journal.Entries.Should().Equal("low x");
    }

    [Fact]
    public async Task A_narrower_scope_wins()
    {
        var scenarios = Engine.Parse("""
            Feature: Scoped
              Scenario: Plain
                Given a step
              @special
              Scenario: Special
                Given a step
              @special
              Scenario: Very special
                Given a step
            """);

        var (_, journal) = await Engine.RunAsync(scenarios, new RunOptions { Parallelism = 1 }, typeof(Scoped));

        journal.Entries.Should().Equal("plain", "by tag", "by tag and titles");
    }

    public enum Colour
    {
        Red,
        DarkRed,
    }

    public sealed record Person(string Name);

    public sealed record Late(string Name);

    [Binding]
    public sealed class Steps(Journal journal)
    {
        [Given("an int {int}")]
        public void Int(int value) => Note(value);

        [Given("a long {long}")]
        public void Long(long value) => Note(value);

        [Given("a double {double}")]
        public void Double(double value) => Note(value);

        [Given("a bool {Boolean}")]
        public void Bool(bool value) => Note(value);

        [Given("a colour {Colour}")]
        public void TheColour(Colour value) => Note(value);

        [Given("a number that may be missing {int}")]
        public void Nullable(int? value) => Note(value!);

        [Given("a span {}")]
        public void Span(TimeSpan value) => Note(value);

        [Given("an address {word}")]
        public void Address(Uri value) => Note(value);

        [Given("a guid {Guid}")]
        public void TheGuid(Guid value) => Note(value);

        [Given("^the regular (\\w+)(?: and (\\w+))?$")]
        public void Regular(string first, string second) => Note($"{first}+{second}");

        [Given("the person {person}")]
        public void ThePerson(Person person) => journal.Note($"Person {person.Name}");

        [Given("the awaited person {late}")]
        public ValueTask TheLatePerson(Late late)
        {
            journal.Note($"Late {late.Name}");
            return ValueTask.CompletedTask;
        }

        [Given("the text {string}")]
        public void Text(string text) => Note(text);

        [Given("the text {string} with")]
        public async Task<int> TextWith(string text, string body)
        {
            await Task.Yield();
            journal.Note($"{text} {body}");
            return 0;
        }

        [Given("{int} rows")]
        public void Rows(int count, Table table) =>
            journal.Note($"{count} {string.Join(',', table.Header)} {string.Join(',', table.Rows[0].Values)}");

        [Given("people")]
        public void People(IReadOnlyList<Person> people) => journal.Note(string.Join('&', people.Select(person => person.Name)));

        [StepArgumentTransformation("([A-Z]\\w+)", Name = "person")]
        public static Person Known(string name) => name == "Mallory"
            ? throw new ArgumentException("Mallory is not known here")
            : new Person($"{name}!");

        [StepArgumentTransformation("nobody", Name = "person")]
        public static Person Nobody() => new("(nobody)");

        [StepArgumentTransformation(Name = "late")]
        public static async Task<Late> LateAsync(string name)
        {
            await Task.Yield();
            return new Late(name);
        }

        [StepArgumentTransformation]
        public static string FillIn(string text) => text.Replace("{b}", "<b>", StringComparison.Ordinal);

        [StepArgumentTransformation]
        public static IReadOnlyList<Person> PeopleOf(Table table) => [.. table.Rows.Select(row => new Person(row["name"]))];

        private void Note(object value) =>
            journal.Note(
                $"{value.GetType().Name} {(value is IFormattable f ? f.ToString(null, System.Globalization.CultureInfo.InvariantCulture) : value)}");
    }

    [Binding]
    public sealed class OrderedTransformations(Journal journal)
    {
        [Given("ordered {word}")]
        public void Ordered(Person person) => journal.Note(person.Name);

        [StepArgumentTransformation("(.*)", 20000)]
        public static Person High(string name) => new($"high {name}");

        [StepArgumentTransformation("(.*)", order: 5)]
        public static Person Low(string name) => new($"low {name}");
    }

    [Binding]
    public sealed class Scoped(Journal journal)
    {
        [Given("a step")]
        public void Plain() => journal.Note("plain");

        [Given("a step"), Scope(Tag = "@special")]
        public void ByTag() => journal.Note("by tag");

        [Given("a step"), Scope(Tag = "special", Feature = "SCOPED", Scenario = "very special")]
        public void ByTagAndTitles() => journal.Note("by tag and titles");
    }
}
