using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using Conformance.Runner.Xunit;
using FluentAssertions;
using Reqnroll;
using Reqnroll.BoDi;
using Xunit;
using Xunit.Abstractions;

namespace Conformance.Runner.Tests.Xunit;

public sealed class ScenarioTestRunTests
{
    private static readonly FeatureSource Mixed = new("features/mixed.feature", """
        Feature: Mixed
          Scenario: Good
            Given all is well
          Scenario: Bad
            Given all is well
            When it fails
            Then all is well
          Scenario: Skipped
            When it skips
          Scenario: Undefined
            When it is "unheard" of
          @ignore
          Scenario: Ignored
            When it fails
        """);

    private static readonly FeatureSource Crowded = new("features/crowded.feature", """
        Feature: Crowded
          Scenario: Alone
            Given it is in time when alone
          Scenario: Never
            Given it is never in time
          Scenario: Bad
            Given it is wrong
        """);

    private static readonly FeatureSource Meeting = new(
        "features/meeting.feature", "Feature: Meeting\n"
            + string.Concat(Enumerable.Range(1, 4).Select(i => $"  Scenario: S{i}\n    Given it is counted\n")));

    [Fact]
    public async Task Each_scenario_s_end_is_reported_as_what_it_is()
    {
        var messages = await RunAllAsync(new AdapterRunner([Mixed], null, typeof(Steps)));

        messages.OfType<ITestPassed>().Should().ContainSingle().Which.Should().Match<ITestPassed>(passed =>
            passed.Test.DisplayName == "Mixed: Good" && passed.Output == "said so" && passed.ExecutionTime > 0);
        messages.OfType<ITestSkipped>().Select(skipped => $"{skipped.Test.DisplayName}: {skipped.Reason}").Should().BeEquivalentTo(
            "Mixed: Skipped: no mail sink", "Mixed: Ignored: Ignored");
        messages.OfType<ITestFailed>().Select(failed => failed.Test.DisplayName).Should().BeEquivalentTo("Mixed: Bad", "Mixed: Undefined");
        messages.OfType<ITestAssemblyFinished>().Single()
            .Should().Match<ITestAssemblyFinished>(end => end.TestsRun == 5 && end.TestsFailed == 2 && end.TestsSkipped == 2);
    }

    [Fact]
    public async Task A_failure_s_trace_leads_to_the_line_of_the_feature()
    {
        var failed = (await RunAllAsync(new AdapterRunner([Mixed], null, typeof(Steps)))).OfType<ITestFailed>()
            .Single(test => test.Test.DisplayName == "Mixed: Bad");

        failed.ExceptionTypes.Should().Equal("System.InvalidOperationException", "System.FormatException");
        failed.Messages.Should().Equal("broken", "deep inside");
        failed.ExceptionParentIndices.Should().Equal(-1, 0);
        var trace = failed.StackTraces[0].Split('\n');
        trace[0].Should().Contain(nameof(Steps.Fail));
        trace[^1].Should().Be("   at When it fails in features/mixed.feature:line 6");
        failed.StackTraces[0].Should().NotContain("Conformance.Runner.Running");
        failed.Output.Should().Be("  done  Given all is well\n  HERE  When it fails\nnot run  Then all is well\nsaid so");
    }

    [Fact]
    public async Task A_missing_definition_is_shown_without_a_trace_through_the_engine()
    {
        var failed = (await RunAllAsync(new AdapterRunner([Mixed], null, typeof(Steps)))).OfType<ITestFailed>()
            .Single(test => test.Test.DisplayName == "Mixed: Undefined");

        failed.Messages.Single()
            .Should().StartWith(
                "features/mixed.feature:11: no step definition matches 'When it is \"unheard\" of'. Add one:\n\n    [When(\"it is {string} of\")]\n");
        failed.StackTraces.Should().Equal("   at When it is \"unheard\" of in features/mixed.feature:line 11");
    }

    [Fact]
    public async Task A_feature_that_cannot_be_read_fails()
    {
        var messages = await RunAllAsync(
            new AdapterRunner([Mixed, new FeatureSource("features/a.feature", "Feature: A\n  Scenario: B\n")], null, typeof(Steps)));

        var failed = messages.OfType<ITestFailed>().Single(test => test.Test.DisplayName == "features/a.feature can be read");
        failed.Messages.Should().Equal("features/a.feature:2: the scenario 'B' has no steps");
        messages.OfType<ITestPassed>().Should().ContainSingle("the other feature is run");
    }

    [Fact]
    public async Task Collections_classes_methods_and_cases_begin_once_and_end_after_all_that_is_in_them()
    {
        var messages = await RunAllAsync(new AdapterRunner([Mixed, Meeting], null, typeof(Steps), typeof(Counting)));

        foreach (var feature in new[] { "features/mixed.feature", "features/meeting.feature" })
        {
            var own = messages.OfType<ITestCollectionMessage>().Where(message => message.TestCollection.DisplayName == $"Feature {feature}")
                .ToList();
            own[0].Should().BeAssignableTo<ITestCollectionStarting>();
            own[1].Should().BeAssignableTo<ITestClassStarting>();
            own[^2].Should().BeAssignableTo<ITestClassFinished>();
            own[^1].Should().BeAssignableTo<ITestCollectionFinished>();
            own.Count(message => message is ITestCollectionStarting or ITestClassStarting or ITestClassFinished or ITestCollectionFinished)
                .Should().Be(4);
            foreach (var ofCase in own.OfType<ITestCaseMessage>().GroupBy(message => message.TestCase.UniqueID))
            {
                ofCase.Select(message => message.GetType().Name)
                    .Should().HaveCount(5).And.StartWith(["TestCaseStarting", "TestStarting"]).And.EndWith(
                        ["TestFinished", "TestCaseFinished"]);
            }
        }
    }

    [Fact]
    public async Task Scenarios_run_many_at_a_time_or_one_if_xunit_is_told_so()
    {
        var together = new AdapterRunner([Meeting], null, typeof(Gathering));
        (await RunAllAsync(together)).OfType<ITestPassed>().Should().HaveCount(4, "each waits until all four have begun");

        var alone = new AdapterRunner([Meeting], null, typeof(Counting));
        (await alone.RunAsync(await ScenariosOf(alone), options => options.SetValue("xunit.execution.DisableParallelization", (bool?)true)))
            .OfType<ITestPassed>().Select(passed => passed.Output).Should().OnlyContain(output => output == "1 at once");
    }

    [Fact]
    public async Task Ordinary_tests_run_beside_the_scenarios()
    {
        var runner = new AdapterRunner([Meeting], null, typeof(Counting));
        var facts = await runner.FindAsync(typeof(SampleFacts).FullName);

        var messages = await runner.RunAsync([.. facts, .. await ScenariosOf(runner)]);

        messages.OfType<ITestPassed>().Select(passed => passed.Test.DisplayName).Should().BeEquivalentTo(
            [$"{typeof(SampleFacts).FullName}.A_fact", "Meeting: S1", "Meeting: S2", "Meeting: S3", "Meeting: S4"]);
        messages.OfType<ITestAssemblyFinished>().Single().TestsRun.Should().Be(5);
    }

    [Fact]
    public async Task What_fails_after_all_scenarios_is_the_assembly_s_failure()
    {
        var messages = await RunAllAsync(new AdapterRunner([Meeting], null, typeof(Counting), typeof(FailingEnd)));

        messages.OfType<ITestPassed>().Should().HaveCount(4);
        messages.OfType<ITestAssemblyCleanupFailure>().Single().Messages[0]
            .Should().Be("After the run, [AfterTestRun] FailingEnd.Fail() failed: no end");
    }

    [Fact]
    public async Task A_runner_that_wants_no_more_ends_the_run()
    {
        var runner = new AdapterRunner([Meeting, Mixed], null, typeof(Steps), typeof(Waiting));
        var cases = (await ScenariosOf(runner)).Where(testCase => testCase.DisplayName.StartsWith("Meeting", StringComparison.Ordinal));

        // The scenarios wait for the end of the run: nothing else ends them.
        var messages = await runner.RunAsync(
            cases, options =>
                options.SetValue("xunit.execution.SynchronousMessageReporting", (bool?)true), message => message is not ITestStarting);

        messages.OfType<ITestPassed>().Should().BeEmpty();
        messages.OfType<ITestAssemblyFinished>().Should().ContainSingle();
    }

    [Fact]
    public async Task A_scenario_that_is_tried_again_alone_is_one_test_with_its_second_result()
    {
        var messages = await RunAllAsync(new AdapterRunner([Crowded], null, typeof(Crowd)) { Configure = TriesAgain });

        messages.OfType<ITestStarting>().Select(starting => starting.Test.DisplayName).Should().BeEquivalentTo(
            "Crowded: Alone", "Crowded: Never", "Crowded: Bad");
        messages.OfType<ITestPassed>().Select(passed => passed.Test.DisplayName).Should().Equal("Crowded: Alone");
        messages.OfType<ITestFailed>().Select(failed => failed.Test.DisplayName).Should().Equal("Crowded: Bad");
    }

    [Fact]
    public async Task A_scenario_that_is_not_checked_is_skipped_with_the_reason()
    {
        var messages = await RunAllAsync(new AdapterRunner([Crowded], null, typeof(Crowd)) { Configure = TriesAgain });

        messages.OfType<ITestSkipped>().Select(skipped => $"{skipped.Test.DisplayName}: {skipped.Reason}").Should().Equal(
            "Crowded: Never: not checked: its time was up");
        messages.OfType<ITestAssemblyFinished>().Single()
            .Should().Match<ITestAssemblyFinished>(end => end.TestsRun == 3 && end.TestsFailed == 1 && end.TestsSkipped == 1);
    }

    private static ScenarioTestSuite TriesAgain(ScenarioTestSuite suite)
    {
        string? Reason(ScenarioResult result) => result.Exception is TimeoutException ? "its time was up" : null;
        return suite with
        {
            Options = new RunOptions { TryAgain = result => Reason(result) is not null },
            WhyNotChecked = Reason,
        };
    }

    private static async Task<IReadOnlyList<IMessageSinkMessage>> RunAllAsync(AdapterRunner runner) =>
        await runner.RunAsync(await ScenariosOf(runner));

    private static async Task<IReadOnlyList<ITestCase>> ScenariosOf(AdapterRunner runner) =>
        [.. (await runner.FindAsync())
            .Where(testCase => testCase.TestMethod.TestClass.TestCollection.DisplayName.StartsWith("Feature ", StringComparison.Ordinal))];

    [Binding]
    public sealed class Crowd(ScenarioDeadline deadline)
    {
        [Given("it is in time when alone")]
        public void OnlyAlone()
        {
            if (!deadline.IsAlone)
                throw new TimeoutException();
        }

        [Given("it is never in time")]
        public static void Never() => throw new TimeoutException();

        [Given("it is wrong")]
        public static void Wrong() => throw new InvalidOperationException("wrong");
    }

    [Binding]
    public sealed class Steps(IReqnrollOutputHelper output)
    {
        [StepDefinition("all is well")]
        public async Task Well()
        {
            await Task.Yield();
            output.WriteLine("said so");
        }

        [When("it fails")]
        public static void Fail() => throw new InvalidOperationException("broken", new FormatException("deep inside"));

        [When("it skips")]
        public static void SkipIt() => throw new ScenarioSkippedException("no mail sink");
    }

    public sealed class Counter : IDisposable
    {
        private readonly SemaphoreSlim _all = new(0);
        private int _present;

        public int Enter() => Interlocked.Increment(ref _present);

        public void Leave() => Interlocked.Decrement(ref _present);

        public async Task MeetAsync(int count, CancellationToken cancellationToken)
        {
            if (Enter() == count)
                _all.Release(count);
            await _all.WaitAsync(cancellationToken);
        }

        public void Dispose() => _all.Dispose();
    }

    [Binding]
    public sealed class Counting(Counter counter, IReqnrollOutputHelper output)
    {
        [BeforeTestRun]
        public static void Prepare(IObjectContainer container) => container.RegisterInstanceAs(new Counter(), dispose: true);

        [Given("it is counted")]
        public async Task Count()
        {
            output.WriteLine($"{counter.Enter()} at once");
            await Task.Yield();
            counter.Leave();
        }
    }

    [Binding]
    public sealed class Gathering(Counter counter, ScenarioDeadline deadline)
    {
        [BeforeTestRun]
        public static void Prepare(IObjectContainer container) => container.RegisterInstanceAs(new Counter(), dispose: true);

        [Given("it is counted")]
        public Task Meet() => counter.MeetAsync(4, deadline.CancellationToken);
    }

    [Binding]
    public static class Waiting
    {
        [Given("it is counted")]
        public static Task Wait(ScenarioDeadline deadline) => throw new NotSupportedException($"{deadline}");

        [BeforeScenario]
        public static Task WaitForTheEnd(ScenarioDeadline deadline) => Task.Delay(Timeout.Infinite, deadline.CancellationToken);
    }

    [Binding]
    public static class FailingEnd
    {
        [AfterTestRun]
        public static void Fail() => throw new InvalidOperationException("no end");
    }

    public sealed class SampleFacts
    {
        [Fact]
        public void A_fact() => GetType().Name.Should().Be(nameof(SampleFacts));
    }
}
