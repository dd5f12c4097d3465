using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using FluentAssertions;
using Reqnroll;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class ScenarioFailureTests
{
    [Fact]
    public async Task After_a_failing_step_no_step_runs_but_the_hooks_do()
    {
        var (result, journal) = await Engine.RunOneAsync(
            Engine.Steps("Given all is well", "When it fails", "Then all is well"), typeof(Steps), typeof(Watching));

        result.Outcome.Should().Be(ScenarioOutcome.Failed);
        result.Exception.Should().BeOfType<InvalidOperationException>().Which.Message.Should().Be("broken");
        result.Exception!.StackTrace.Should().Contain(nameof(Steps.Fail), "the trace is the thrower's own");
        result.FailedStep!.Text.Should().Be("it fails");
        result.FailedHook.Should().BeNull();
        result.SkipReason.Should().BeNull();
        journal.Entries.Should().Equal("well", "after step OK: ", "after step TestError: broken", "after scenario TestError: broken");
    }

    [Fact]
    public async Task A_failing_scenario_leaves_the_others_alone()
    {
        var scenarios = Engine.Parse("Feature: A\n"
            + string.Concat(Enumerable.Range(1, 30)
                .Select(i => $"  Scenario: S{i}\n    Given {(i % 3 == 0 ? "it fails" : "all is well")}\n")));

        var (results, _) = await Engine.RunAsync(scenarios, new RunOptions(), typeof(Steps));

        results.Select(result => result.Outcome).Should().Equal(
            Enumerable.Range(1, 30).Select(i => i % 3 == 0 ? ScenarioOutcome.Failed : ScenarioOutcome.Passed));
    }

    [Fact]
    public async Task A_skipping_step_skips_the_scenario_with_its_reason()
    {
        var (result, journal) =
            await Engine.RunOneAsync(Engine.Steps("Given it skips", "Then all is well"), typeof(Steps), typeof(Watching));

        result.Outcome.Should().Be(ScenarioOutcome.Skipped);
        result.SkipReason.Should().Be("no mail sink");
        result.Exception.Should().BeNull();
        result.FailedStep.Should().BeNull();
        journal.Entries.Should().Equal("after step Skipped: no mail sink", "after scenario Skipped: no mail sink");
    }

    [Fact]
    public async Task A_skipping_hook_skips_the_scenario()
    {
        var (result, journal) =
            await Engine.RunOneAsync(Engine.Steps("Given all is well"), typeof(Steps), typeof(SkippingHook), typeof(Watching));

        result.Outcome.Should().Be(ScenarioOutcome.Skipped);
        result.SkipReason.Should().Be("unmet need");
        journal.Entries.Should().Equal("after scenario Skipped: unmet need");
    }

    [Theory]
    [InlineData("@ignore", "")]
    [InlineData("", "@Ignore")]
    public async Task An_ignored_scenario_runs_not_even_hooks(string onFeature, string onScenario)
    {
        var scenarios = Engine.Parse($"{onFeature}\nFeature: A\n  {onScenario}\n  Scenario: B\n    Given all is well\n");

        var (result, journal) = await Engine.RunOneAsync(scenarios, typeof(Steps), typeof(Watching), typeof(FeatureWatching));

        result.Outcome.Should().Be(ScenarioOutcome.Skipped);
        result.SkipReason.Should().Be("Ignored");
        journal.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_step_without_a_definition_is_a_binding_error_with_the_snippet()
    {
        var (result, journal) = await Engine.RunOneAsync(
            Engine.Steps("Given all is well", "Given unknown words", "Then all is well"), typeof(Steps), typeof(Watching));

        result.Outcome.Should().Be(ScenarioOutcome.BindingError);
        result.Exception.Should().BeOfType<BindingException>().Which.Message.Should().Be(
            """
            features/sample.feature:4: no step definition matches 'Given unknown words'. Add one:

                [Given("unknown words")]
                public Task GivenUnknownWords() => throw new PendingStepException();
            """.ReplaceLineEndings("\n"));
        result.FailedStep!.Line.Should().Be(4);
        journal.Entries.Should().Equal("well", "after step OK: ", "after scenario UndefinedStep: ");
    }

    [Fact]
    public async Task While_a_binding_is_invalid_no_step_runs()
    {
        var (result, journal) = await Engine.RunOneAsync(Engine.Steps("Given all is well"), typeof(Steps), typeof(InvalidBinding));

        result.Outcome.Should().Be(ScenarioOutcome.BindingError);
        result.Exception.Should().BeOfType<BindingException>().Which.Message.Should().StartWith(
            "InvalidBinding.Broken(): This Cucumber Expression has a problem at column 8:");
        journal.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_pending_step_fails()
    {
        var (result, journal) = await Engine.RunOneAsync(Engine.Steps("Given it is pending"), typeof(Steps), typeof(Watching));

        result.Outcome.Should().Be(ScenarioOutcome.Failed);
        result.Exception.Should().BeOfType<PendingStepException>();
        journal.Entries[^1].Should().Be("after scenario StepDefinitionPending: The step definition is not implemented.");
    }

    [Fact]
    public async Task A_failing_hook_before_the_scenario_fails_it_and_the_hooks_after_it_run()
    {
        var (result, journal) =
            await Engine.RunOneAsync(Engine.Steps("Given all is well"), typeof(Steps), typeof(FailingBefore), typeof(Watching));

        result.Outcome.Should().Be(ScenarioOutcome.Failed);
        result.Exception!.Message.Should().Be("no scenario");
        result.FailedHook.Should().Be("[BeforeScenario] FailingBefore.Fail()");
        result.FailedStep.Should().BeNull();
        journal.Entries.Should().Equal("after scenario TestError: no scenario");
    }

    [Fact]
    public async Task A_failing_hook_after_the_scenario_fails_it()
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps("Given all is well"), typeof(Steps), typeof(FailingAfter));

        result.Outcome.Should().Be(ScenarioOutcome.Failed);
        result.Exception!.Message.Should().Be("no clean-up");
        result.FailedHook.Should().Be("[AfterScenario] FailingAfter.Fail()");
    }

    [Fact]
    public async Task The_first_failure_decides_and_the_others_are_kept()
    {
        var (result, _) =
            await Engine.RunOneAsync(Engine.Steps("When it fails"), typeof(Steps), typeof(FailingAfter), typeof(FailingDisposal));

        result.Exception!.Message.Should().Be("broken");
        result.FurtherExceptions.Select(exception => exception.Message).Should().Equal("no clean-up", "no disposal");
    }

    [Fact]
    public async Task A_skip_gives_way_to_a_failing_clean_up()
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps("Given it skips"), typeof(Steps), typeof(FailingAfter));

        result.Outcome.Should().Be(ScenarioOutcome.Failed);
        result.Exception!.Message.Should().Be("no clean-up");
        result.FurtherExceptions.Select(exception => exception.Message).Should().Equal("no mail sink");
    }

    [Fact]
    public async Task A_failing_hook_around_a_step_fails_the_scenario()
    {
        var (before, beforeJournal) =
            await Engine.RunOneAsync(Engine.Steps("Given all is well", "Then all is well"), typeof(Steps), typeof(FailingBeforeStep));
        before.FailedHook.Should().Be("[BeforeStep] FailingBeforeStep.Fail()");
        beforeJournal.Entries.Should().BeEmpty();

        var (after, afterJournal) =
            await Engine.RunOneAsync(Engine.Steps("Given all is well", "Then all is well"), typeof(Steps), typeof(FailingAfterStep));
        after.FailedHook.Should().Be("[AfterStep] FailingAfterStep.Fail()");
        afterJournal.Entries.Should().Equal("well");
    }

    [Fact]
    public async Task A_failing_hook_before_a_feature_fails_its_scenarios_only()
    {
        var scenarios = Engine.Parse("@bad\nFeature: Bad\n  Scenario: A\n    Given all is well\n  Scenario: B\n    Given all is well\n")
            .Concat(FeatureParser.Parse(
                new FeatureSource("features/good.feature", "Feature: Good\n  Scenario: C\n    Given all is well\n"))).ToList();

        var (results, journal) = await Engine.RunAsync(
            scenarios, new RunOptions { Parallelism = 1 }, typeof(Steps), typeof(FailingBeforeFeature), typeof(FeatureWatching));

        results.Select(result => result.FailedHook)
            .Should().Equal("[BeforeFeature] FailingBeforeFeature.Fail()", "[BeforeFeature] FailingBeforeFeature.Fail()", null);
        journal.Entries.Should().Equal("tried", "after feature Bad", "well", "after feature Good");
    }

    [Fact]
    public async Task A_failing_hook_before_the_run_fails_every_scenario()
    {
        var scenarios = Engine.Parse("Feature: A\n  Scenario: A\n    Given all is well\n  Scenario: B\n    Given all is well\n");

        var (results, journal) =
            await Engine.RunAsync(scenarios, new RunOptions(), typeof(Steps), typeof(FailingBeforeRun), typeof(Watching));

        results.Should().HaveCount(2).And.OnlyContain(result =>
            result.Outcome == ScenarioOutcome.Failed && result.Exception!.Message == "no homeserver"
                && result.FailedHook == "[BeforeTestRun] FailingBeforeRun.Fail()");
        journal.Entries.Should().BeEmpty();
    }

    [Fact]
    public async Task A_failing_hook_after_the_run_is_told_with_the_results()
    {
        var run = () => Engine.RunAsync(Engine.Steps("Given all is well"), new RunOptions(), typeof(Steps), typeof(FailingAfterRun));

        var thrown = (await run.Should().ThrowAsync<RunFailedException>()).Which;

        thrown.Message.Should().Be(
            "After the feature 'Sample', [AfterFeature] FailingAfterRun.FailFeature() failed: no end of the feature\n"
            + "After the run, [AfterTestRun] FailingAfterRun.Fail() failed: no end");
        thrown.Results.Should().ContainSingle().Which.Outcome.Should().Be(ScenarioOutcome.Passed);
    }

    [Fact]
    public async Task What_cannot_be_injected_fails_the_step_and_is_named()
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps("Given a missing service"), typeof(Needy));

        result.Outcome.Should().Be(ScenarioOutcome.Failed);
        result.Exception!.Message.Should()
            .StartWith("Interface cannot be resolved: System.IServiceProvider").And.Contain(nameof(Needy));
    }

    [Binding]
    public sealed class Steps(Journal journal)
    {
        [StepDefinition("all is well")]
        public void Well() => journal.Note("well");

        [StepDefinition("it fails")]
        public static async Task Fail()
        {
            await Task.Yield();
            throw new InvalidOperationException("broken");
        }

        [StepDefinition("it skips")]
        public static void SkipIt() => throw new ScenarioSkippedException("no mail sink");

        [StepDefinition("it is pending")]
        public static void Pending() => throw new PendingStepException();
    }

    [Binding]
    public sealed class Watching(Journal journal, ScenarioContext context)
    {
        [AfterStep]
        public void AfterStep() => journal.Note($"after step {context.StepContext.Status}: {context.StepContext.StepError?.Message}");

        [AfterScenario]
        public void AfterScenario() => journal.Note($"after scenario {context.ScenarioExecutionStatus}: {context.TestError?.Message}");
    }

    [Binding]
    public static class FeatureWatching
    {
        [AfterFeature]
        public static void AfterFeature(Journal journal, IFeatureContext feature) =>
            journal.Note($"after feature {feature.FeatureInfo.Title}");
    }

    [Binding]
    public static class SkippingHook
    {
        [BeforeScenario]
        public static void SkipIt() => throw new ScenarioSkippedException("unmet need");
    }

    [Binding]
    public static class InvalidBinding
    {
        [Given("broken (")]
        public static void Broken()
        {
        }
    }

    [Binding]
    public static class FailingBefore
    {
        [BeforeScenario]
        public static void Fail() => throw new InvalidOperationException("no scenario");
    }

    [Binding]
    public static class FailingAfter
    {
        [AfterScenario]
        public static Task Fail() => throw new InvalidOperationException("no clean-up");
    }

    public sealed class Indisposable : IDisposable
    {
        public void Dispose() => throw new InvalidOperationException("no disposal");
    }

    [Binding]
    public static class FailingDisposal
    {
        [BeforeScenario]
        public static void Make(Indisposable made) => _ = made;
    }

    [Binding]
    public static class FailingBeforeStep
    {
        [BeforeStep]
        public static void Fail() => throw new InvalidOperationException("no step");
    }

    [Binding]
    public static class FailingAfterStep
    {
        [AfterStep]
        public static void Fail() => throw new InvalidOperationException("no next step");
    }

    [Binding]
    public static class FailingBeforeFeature
    {
        [BeforeFeature("bad")]
        public static void Fail(Journal journal)
        {
            journal.Note("tried");
            throw new InvalidOperationException("no feature");
        }
    }

    [Binding]
    public static class FailingBeforeRun
    {
        [BeforeTestRun]
        public static void Fail() => throw new InvalidOperationException("no homeserver");
    }

    [Binding]
    public static class FailingAfterRun
    {
        [AfterTestRun]
        public static void Fail() => throw new InvalidOperationException("no end");

        [AfterFeature]
        public static void FailFeature() => throw new InvalidOperationException("no end of the feature");
    }

    [Binding]
    public sealed class Needy(IServiceProvider services)
    {
        [Given("a missing service")]
        public void Use() => services.GetService(typeof(string));
    }
}
