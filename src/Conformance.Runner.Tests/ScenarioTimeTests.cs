using System.Diagnostics;
using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class ScenarioTimeTests
{
    private static readonly RunOptions Quick = new()
    {
        ScenarioTimeout = TimeSpan.FromMilliseconds(200),
        StopTimeout = TimeSpan.FromMilliseconds(50),
    };

    [Theory]
    [InlineData("it waits for ever")]
    [InlineData("it waits for ever in a client")]
    [InlineData("it never returns")]
    [InlineData("it blocks for ever")]
    public async Task A_step_that_does_not_end_times_the_scenario_out_and_its_hooks_run(string step)
    {
        using var release = new ManualResetEventSlim();
        var (results, journal) = await RunAsync(Engine.Steps($"Given {step}", "Then all is well"), Quick, release);
        release.Set();

        var result = results.Single();
        result.Outcome.Should().Be(ScenarioOutcome.TimedOut);
        result.Exception.Should().BeOfType<TimeoutException>().Which.Message.Should().Be(
            $"features/sample.feature:3: 'Given {step}' did not end: the scenario's 0.2 s are over.");
        result.FailedStep!.Text.Should().Be(step);
        journal.Entries.Should().Equal("clean-up, cancelled: False");
    }

    [Fact]
    public async Task Waiting_for_what_is_not_the_scenarios_own_takes_none_of_its_time()
    {
        var (results, _) = await RunAsync(
            Engine.Steps("Given it waits for another, who takes longer than a scenario may", "Then all is well"), Quick, null);

        results.Single().Outcome.Should().Be(ScenarioOutcome.Passed);
        results.Single().Duration.Should().BeLessThan(Quick.ScenarioTimeout);
    }

    [Fact]
    public async Task The_time_begins_anew_after_such_a_wait()
    {
        var (results, _) = await RunAsync(
            Engine.Steps("Given it waits for another, who takes longer than a scenario may", "Given it waits for ever"), Quick, null);

        results.Single().Outcome.Should().Be(ScenarioOutcome.TimedOut);
        results.Single().FailedStep!.Text.Should().Be("it waits for ever");
    }

    [Fact]
    public async Task A_step_that_fails_for_another_reason_has_failed()
    {
        var (results, _) = await RunAsync(Engine.Steps("Given it cancels itself"), new RunOptions(), null);

        results.Single().Outcome.Should().Be(ScenarioOutcome.Failed);
        results.Single().Exception.Should().BeAssignableTo<OperationCanceledException>();
    }

    [Fact]
    public async Task Hooks_after_the_scenario_have_a_time_of_their_own()
    {
        var (results, _) = await RunAsync(
            Engine.Steps("Given all is well"), new RunOptions { CleanUpTimeout = TimeSpan.FromMilliseconds(300) }, null,
                typeof(EndlessCleanUp));

        results.Single().Outcome.Should().Be(ScenarioOutcome.Passed, "how it ended was known before");
        results.Single().FurtherExceptions.Should().ContainSingle().Which.Message.Should().Be(
            "[AfterScenario] EndlessCleanUp.Wait() did not end within the 0.3 s for cleaning up.");
        results.Single().FailedHook.Should().BeNull();
    }

    [Fact]
    public async Task Cancelling_the_run_ends_it_soon_with_a_result_for_each_scenario()
    {
        var scenarios = Engine.Parse("Feature: A\n"
            + string.Concat(Enumerable.Range(1, 6).Select(i => $"  Scenario: S{i}\n    Given it waits for ever\n")));
        using var cancellation = new CancellationTokenSource();
        var observer = new CancelAfter(started: 2, cancellation);
        var journal = new Journal();
        var runner = new ScenarioRunner(
            BindingRegistry.FromTypes([typeof(Steps), typeof(CleanUp)]),
            new RunOptions
            {
                Parallelism = 2,
                Observers = [observer],
                ConfigureRun = container =>
                {
                    container.RegisterInstanceAs(journal);
                    container.RegisterInstanceAs(new ManualResetEventSlim(true));
                },
            });

        var clock = Stopwatch.StartNew();
        var results = await runner.RunAsync(scenarios, cancellation.Token);

        clock.Elapsed.Should().BeLessThan(TimeSpan.FromSeconds(10), "the scenarios' own time is 60 s");
        results.Should().HaveCount(6).And.OnlyContain(result => result.Outcome == ScenarioOutcome.Cancelled);
        journal.Entries.Should().Equal("clean-up, cancelled: False", "clean-up, cancelled: False");
        observer.Finished.Should().Be(6);
    }

    private static Task<(IReadOnlyList<ScenarioResult> Results, Journal Journal)> RunAsync(
        IReadOnlyList<Scenario> scenarios, RunOptions options, ManualResetEventSlim? release, params Type[] more) =>
        Engine.RunAsync(
            scenarios,
            options with { ConfigureRun = container => container.RegisterInstanceAs(release ?? new ManualResetEventSlim(true)) },
            [typeof(Steps), typeof(CleanUp), .. more]);

    [Binding]
    public sealed class Steps(ScenarioDeadline deadline, ManualResetEventSlim release)
    {
        [StepDefinition("all is well")]
        public static void Well()
        {
        }

        [Given("it waits for ever")]
        public Task Wait() => Task.Delay(Timeout.Infinite, deadline.CancellationToken);

        [Given("it waits for ever in a client")]
        public async Task WaitInClient()
        {
            try
            {
                await Task.Delay(Timeout.Infinite, deadline.CancellationToken);
            }
            catch (OperationCanceledException exception)
            {
                throw new HttpRequestException("the request failed", exception);
            }
        }

        [Given("it waits for another, who takes longer than a scenario may")]
        public async Task WaitForAnother()
        {
            var waited = await deadline.SuspendAsync(async cancellationToken =>
            {
                await Task.Delay(Quick.ScenarioTimeout * 2, cancellationToken);
                return true;
            });
            waited.Should().BeTrue();
        }

        [Given("it never returns")]
        public static Task NeverReturn() => new TaskCompletionSource().Task;

        [Given("it blocks for ever")]
        public void Block() => release.Wait(CancellationToken.None);

        [Given("it cancels itself")]
        public static Task CancelItself() => throw new OperationCanceledException("a client's own timeout");
    }

    [Binding]
    public sealed class CleanUp(Journal journal, ScenarioDeadline deadline)
    {
        [AfterScenario(Order = 1)]
        public void Note() => journal.Note($"clean-up, cancelled: {deadline.CancellationToken.IsCancellationRequested}");
    }

    [Binding]
    public static class EndlessCleanUp
    {
        [AfterScenario]
        public static Task Wait(ScenarioDeadline deadline) => Task.Delay(Timeout.Infinite, deadline.CancellationToken);
    }

    private sealed class CancelAfter(int started, CancellationTokenSource cancellation) : IRunObserver
    {
        private int _started;

        public int Finished { get; private set; }

        public void RunStarted(int scenarios)
        {
        }

        public void ScenarioStarted(Scenario scenario)
        {
            if (++_started == started)
                cancellation.Cancel();
        }

        public void ScenarioPutOff(ScenarioResult result)
        {
        }

        public void ScenarioFinished(ScenarioResult result) => Finished++;

        public void RunFinished(TimeSpan elapsed)
        {
        }
    }
}
