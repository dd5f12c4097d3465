using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class RunObserverTests
{
    [Fact]
    public async Task Observers_are_told_one_event_at_a_time()
    {
        var scenarios =
            Engine.Parse("Feature: A\n" + string.Concat(Enumerable.Range(1, 30).Select(i => $"  Scenario: S{i}\n    Given step {i}\n")));
        var observer = new CheckingObserver();

        await Engine.RunAsync(scenarios, new RunOptions { Observers = [observer] }, typeof(Steps));

        observer.Overlapped.Should().BeFalse();
        observer.Events.First().Should().Be("run of 30");
        observer.Events.Last().Should().Be("end");
        foreach (var name in scenarios.Select(scenario => scenario.Name))
            observer.Events.Where(entry => entry.EndsWith($" {name}", StringComparison.Ordinal))
                .Should().Equal($"start {name}", $"Passed {name}");
    }

    [Fact]
    public async Task An_observer_that_throws_does_not_disturb_the_scenarios()
    {
        var observer = new CheckingObserver();
        var run = () =>
            Engine.RunAsync(Engine.Steps("Given step 1"), new RunOptions { Observers = [new ThrowingObserver(), observer] }, typeof(Steps));

        var thrown = (await run.Should().ThrowAsync<RunFailedException>()).Which;

        thrown.Message.Should().Be("The observer ThrowingObserver failed: no screen");
        thrown.Results.Should().ContainSingle().Which.Outcome.Should().Be(ScenarioOutcome.Passed);
        observer.Events.Should().Equal("run of 1", "start One", "Passed One", "end");
    }

    [Fact]
    public async Task A_scenario_that_is_tried_again_is_put_off_and_ends_once()
    {
        var observer = new CheckingObserver();

        await Engine.RunAsync(
            Engine.Steps("Given step 1"), new RunOptions { Observers = [observer], TryAgain = _ => true }, typeof(Steps));

        observer.Events.Should().Equal("run of 1", "start One", "put off One", "start One", "Passed One", "end");
    }

    [Fact]
    public async Task A_scenario_that_never_begins_ends_all_the_same()
    {
        var observer = new CheckingObserver();
        var runner = new ScenarioRunner(BindingRegistry.FromTypes([typeof(Steps)]), new RunOptions { Observers = [observer] });

        var results = await runner.RunAsync(Engine.Steps("Given step 1"), new CancellationToken(canceled: true));

        results.Single().Outcome.Should().Be(ScenarioOutcome.Cancelled);
        observer.Events.Should().Equal("run of 1", "Cancelled One", "end");
    }

    [Binding]
    public static class Steps
    {
        [StepDefinition("step {int}")]
        public static async Task Step(int number)
        {
            await Task.Yield();
            number.Should().BePositive();
        }
    }

    private sealed class CheckingObserver : IRunObserver
    {
        private int _inside;

        public List<string> Events { get; } = [];

        public bool Overlapped { get; private set; }

        public void RunStarted(int scenarios) => Note($"run of {scenarios}");

        public void ScenarioStarted(Scenario scenario) => Note($"start {scenario.Name}");

        public void ScenarioPutOff(ScenarioResult result) => Note($"put off {result.Scenario.Name}");

        public void ScenarioFinished(ScenarioResult result) => Note($"{result.Outcome} {result.Scenario.Name}");

        public void RunFinished(TimeSpan elapsed) => Note("end");

        private void Note(string entry)
        {
            Overlapped |= Interlocked.Increment(ref _inside) != 1;
            Events.Add(entry);
            Interlocked.Decrement(ref _inside);
        }
    }

    private sealed class ThrowingObserver : IRunObserver
    {
        public void RunStarted(int scenarios) => throw new InvalidOperationException("no screen");

        public void ScenarioStarted(Scenario scenario) => throw new InvalidOperationException("told again");

        public void ScenarioPutOff(ScenarioResult result) => throw new InvalidOperationException("told again");

        public void ScenarioFinished(ScenarioResult result) => throw new InvalidOperationException("told again");

        public void RunFinished(TimeSpan elapsed) => throw new InvalidOperationException("told again");
    }
}
