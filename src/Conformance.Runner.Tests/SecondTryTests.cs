using Conformance.Runner.Results;
using Conformance.Runner.Running;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

/// <summary>Scenarios that are tried once more, alone, when all others have ended.</summary>
public sealed class SecondTryTests
{
    private const string Feature =
        """
        Feature: A
          Scenario: S1
            Given it goes well when alone
          Scenario: S2
            Given it goes well
          Scenario: S3
            Given it goes well when alone
          Scenario: S4
            Given it goes well
          Scenario: S5
            Given it never goes well
        """;

    [Fact]
    public async Task They_run_after_all_others_and_one_at_a_time()
    {
        var (results, journal) = await RunAsync(result => result.Outcome == ScenarioOutcome.Failed);

        results.Select(result => result.Outcome).Should().Equal(
            ScenarioOutcome.Passed, ScenarioOutcome.Passed, ScenarioOutcome.Passed, ScenarioOutcome.Passed, ScenarioOutcome.Failed);
        results.Select(result => result.Earlier?.Outcome).Should().Equal(
            ScenarioOutcome.Failed, null, ScenarioOutcome.Failed, null, ScenarioOutcome.Failed);
        results[4].Earlier!.Earlier.Should().BeNull("nothing is tried a third time");
        var entries = journal.Entries.ToList();
        entries.Take(10).Should().OnlyContain(entry => !entry.EndsWith("alone", StringComparison.Ordinal));
        entries.Skip(10).Should().Equal(
            "S1 begins alone", "S1 ends alone", "S3 begins alone", "S3 ends alone", "S5 begins alone", "S5 ends alone");
    }

    [Fact]
    public async Task Nothing_is_tried_again_unless_it_is_asked_for()
    {
        var (results, _) = await RunAsync(null);

        results.Should().OnlyContain(result => result.Earlier == null);
        results.Count(result => result.Outcome == ScenarioOutcome.Failed).Should().Be(3);
    }

    [Fact]
    public async Task The_feature_begins_and_ends_around_a_second_try()
    {
        var (_, journal) = await Engine.RunAsync(
            Engine.Steps("Given it never goes well"), new RunOptions { TryAgain = _ => true }, typeof(Steps), typeof(FeatureHooks));

        journal.Entries.Should().Equal("feature begins", "feature ends", "feature begins", "feature ends");
    }

    [Fact]
    public async Task A_run_that_is_cancelled_keeps_the_first_results()
    {
        using var cancellation = new CancellationTokenSource();
        var journal = new Journal();
        var runner = new ScenarioRunner(BindingRegistry.FromTypes([typeof(Steps)]), new RunOptions
        {
            TryAgain = result =>
            {
                cancellation.CancelAfter(TimeSpan.Zero);
                return result.Outcome == ScenarioOutcome.Failed;
            },
            ConfigureRun = container => container.RegisterInstanceAs(journal),
        });

        var results = await runner.RunAsync(Engine.Steps("Given it never goes well"), cancellation.Token);

        results.Single().Outcome.Should().Be(ScenarioOutcome.Failed);
    }

    [Fact]
    public async Task What_a_second_try_shows_may_spare_the_next_one()
    {
        var (seconds, spares) = (new List<string>(), false);
        var options = new RunOptions
        {
            Parallelism = 5,
            TryAgain = result => result.Outcome == ScenarioOutcome.Failed && !spares,
            TriedAgain = result =>
            {
                seconds.Add($"{result.Scenario.Name}: {result.Earlier!.Outcome}, then {result.Outcome}");
                spares = seconds.Count == 2;
            },
        };
        var (results, _) = await Engine.RunAsync(Engine.Parse(Feature), options, typeof(Steps), typeof(ScenarioHooks));

        seconds.Should().Equal("S1: Failed, then Passed", "S3: Failed, then Passed");
        results[4].Outcome.Should().Be(ScenarioOutcome.Failed);
        results[4].Earlier.Should().BeNull("it was not tried again, and keeps its result");
    }

    private static Task<(IReadOnlyList<ScenarioResult> Results, Journal Journal)> RunAsync(Func<ScenarioResult, bool>? tryAgain) =>
        Engine.RunAsync(
            Engine.Parse(Feature), new RunOptions { Parallelism = 5, TryAgain = tryAgain }, typeof(Steps), typeof(ScenarioHooks));

    [Binding]
    public sealed class Steps(ScenarioDeadline deadline)
    {
        [Given("it goes well")]
        public static void GoesWell()
        {
        }

        [Given("it goes well when alone")]
        public void GoesWellAlone() => deadline.IsAlone.Should().BeTrue();

        [Given("it never goes well")]
        public static void NeverGoesWell() => throw new InvalidOperationException("no");
    }

    [Binding]
    public sealed class ScenarioHooks(Journal journal, ScenarioContext context, ScenarioDeadline deadline)
    {
        [BeforeScenario]
        public void Begin() => Note("begins");

        [AfterScenario]
        public void End() => Note("ends");

        private void Note(string what) => journal.Note($"{context.ScenarioInfo.Title} {what}{(deadline.IsAlone ? " alone" : "")}");
    }

    [Binding]
    public static class FeatureHooks
    {
        [BeforeFeature]
        public static void Begin(Journal journal) => journal.Note("feature begins");

        [AfterFeature]
        public static void End(Journal journal) => journal.Note("feature ends");
    }
}
