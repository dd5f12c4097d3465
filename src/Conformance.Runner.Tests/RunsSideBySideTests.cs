using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class RunsSideBySideTests
{
    private static readonly IReadOnlyList<Scenario> Scenarios =
        Engine.Parse("Feature: A\n" + string.Concat(Enumerable.Range(1, 10).Select(i => $"  Scenario: {i}\n    Given the run is noted\n")));

    [Fact]
    public async Task Two_runs_on_the_same_bindings_do_not_know_of_each_other()
    {
        // Each scenario of either run waits for one of the other: one run after the other would never end.
        var registry = BindingRegistry.FromTypes([typeof(Steps)]);
        using var meeting = new Barrier(2);

        var runs = await Task.WhenAll(RunAsync(registry, "first", meeting), RunAsync(registry, "second", meeting));

        foreach (var (results, journal, name) in runs)
        {
            results.Should().OnlyContain(result => result.Outcome == ScenarioOutcome.Passed);
            journal.Entries.Should().HaveCount(12).And.OnlyContain(entry => entry.EndsWith(name));
            journal.Entries[0].Should().Be($"begin {name}");
            journal.Entries[^1].Should().Be($"end {name}");
        }
    }

    [Fact]
    public async Task A_run_that_ends_leaves_the_other_its_time()
    {
        var registry = BindingRegistry.FromTypes([typeof(Waiting)]);
        using var cancellation = new CancellationTokenSource();
        using var others = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var released = new TaskCompletionSource();
        var cancelled = Runner(registry, new TaskCompletionSource()).RunAsync(Engine.Steps("Given it waits"), cancellation.Token);
        var other = Runner(registry, released).RunAsync(Engine.Steps("Given it waits"), others.Token);

        await cancellation.CancelAsync();
        (await cancelled).Single().Outcome.Should().Be(ScenarioOutcome.Cancelled);
        released.SetResult();
        (await other).Single().Outcome.Should().Be(ScenarioOutcome.Passed);
    }

    private static ScenarioRunner Runner(BindingRegistry registry, TaskCompletionSource released) =>
        new(registry, new RunOptions { ConfigureRun = container => container.RegisterInstanceAs(released) });

    private static async Task<(IReadOnlyList<ScenarioResult> Results, Journal Journal, string Name)> RunAsync(
        BindingRegistry registry, string name, Barrier meeting)
    {
        var journal = new Journal();
        var options = new RunOptions
        {
            Parallelism = 1,
            ConfigureRun = container =>
            {
                container.RegisterInstanceAs(journal);
                container.RegisterInstanceAs(meeting);
                container.RegisterInstanceAs(new RunName(name));
            },
        };
        return (await Task.Run(() => new ScenarioRunner(registry, options).RunAsync(Scenarios, CancellationToken.None)), journal, name);
    }

    public sealed record RunName(string Value);

    [Binding]
    public sealed class Steps(Journal journal, RunName name, Barrier meeting, ScenarioDeadline deadline)
    {
        [BeforeTestRun]
        public static void Begin(Journal journal, RunName name) => journal.Note($"begin {name.Value}");

        [AfterTestRun]
        public static void End(Journal journal, RunName name) => journal.Note($"end {name.Value}");

        [Given("the run is noted")]
        public void Note()
        {
            meeting.SignalAndWait(deadline.CancellationToken);
            journal.Note(name.Value);
        }
    }

    [Binding]
    public sealed class Waiting(TaskCompletionSource released, ScenarioDeadline deadline)
    {
        [Given("it waits")]
        public Task Wait() => released.Task.WaitAsync(deadline.CancellationToken);
    }
}
