using Conformance.Runner.Bindings;
using Conformance.Runner.Results;
using Conformance.Runner.Running;
using FluentAssertions;
using Reqnroll;
using Reqnroll.BoDi;
using Xunit;

namespace Conformance.Runner.Tests;

public sealed class ScenarioRunnerTests
{
    [Fact]
    public async Task Hooks_run_around_steps_blocks_scenarios_features_and_the_run_in_their_order()
    {
        var scenarios = Engine.Parse("""
            Feature: A
              Scenario: One
                Given step 1
                And step 2
                When step 3
            """);

        var (_, journal) = await Engine.RunOneAsync(scenarios, typeof(AllHooks), typeof(Steps));

        journal.Entries.Should().Equal(
            "before run", "before feature A", "before scenario (early)", "before scenario One", "before scenario (late)",
            "before block Given",
            "before step 1", "1", "after step 1 OK",
            "before step 2", "2", "after step 2 OK",
            "after block Given", "before block When",
            "before step 3", "3", "after step 3 OK",
            "after block When",
            "after scenario One OK", "after feature A", "after run");
    }

    [Fact]
    public async Task A_hook_with_tags_runs_where_one_of_them_stands()
    {
        var scenarios = Engine.Parse("""
            @feature
            Feature: A
              Scenario: Plain
                Given step 1
              @a
              Scenario: With a
                Given step 1
              @a @b
              Scenario: With both
                Given step 1
            """);

        var (_, journal) = await Engine.RunAsync(scenarios, new RunOptions { Parallelism = 1 }, typeof(TaggedHooks), typeof(Steps));

        journal.Entries.Should().Equal(
            "feature, by @feature", "Plain by feature", "1",
            "With a by a or b", "With a by feature", "1",
            "With both by a or b", "With both by feature", "1");
    }

    [Fact]
    public async Task Results_come_in_the_order_of_the_scenarios_whatever_the_order_of_their_ends()
    {
        var scenarios =
            Engine.Parse("Feature: A\n" + string.Concat(Enumerable.Range(1, 40).Select(i => $"  Scenario: S{i}\n    Given step {i}\n")));

        var (results, journal) = await Engine.RunAsync(scenarios, new RunOptions { Parallelism = 8 }, typeof(Steps));

        results.Select(result => result.Scenario).Should().Equal(scenarios);
        results.Should().OnlyContain(result => result.Outcome == ScenarioOutcome.Passed && result.Duration > TimeSpan.Zero);
        journal.Entries.Should().HaveCount(40);
    }

    [Fact]
    public async Task As_many_scenarios_run_at_once_as_are_allowed()
    {
        // Each waits until all four have begun: with fewer at a time none would ever end.
        var scenarios = Engine.Parse("Feature: A\n"
            + string.Concat(Enumerable.Range(1, 4).Select(i => $"  Scenario: S{i}\n    Given all have begun\n")));
        using var all = new Barrier();

        var (results, _) = await Engine.RunAsync(
            scenarios,
            new RunOptions
            {
                Parallelism = 4,
                ScenarioTimeout = TimeSpan.FromSeconds(30),
                ConfigureRun = container => container.RegisterInstanceAs(all)
            },
            typeof(Meeting));

        results.Should().OnlyContain(result => result.Outcome == ScenarioOutcome.Passed);
        all.Most.Should().Be(4);
    }

    [Fact]
    public async Task No_more_scenarios_run_at_once_than_are_allowed()
    {
        var scenarios = Engine.Parse("Feature: A\n"
            + string.Concat(Enumerable.Range(1, 20).Select(i => $"  Scenario: S{i}\n    Given it is counted\n")));
        using var all = new Barrier();

        await Engine.RunAsync(
            scenarios, new RunOptions { Parallelism = 3, ConfigureRun = container => container.RegisterInstanceAs(all) }, typeof(Meeting));

        all.Most.Should().BeInRange(1, 3);
    }

    [Fact]
    public async Task What_steps_keep_is_in_the_result()
    {
        var (result, _) = await Engine.RunOneAsync(Engine.Steps("Given it keeps 7"), typeof(Keeping));

        result.Context.Should().Contain("number", 7).And.Contain("System.String", "kept by type");
        result.Output.Should().Be("wrote 7\nwrote 7 again\nAttachment: out/file.txt");
    }

    [Fact]
    public async Task Steps_know_where_they_are()
    {
        var scenarios = Engine.Parse("""
            @f
            Feature: A
              Words on A.
              @s
              Scenario Outline: Row <x>
                Words on the row.
                When it looks around
                  | <x> |
                @e
                Examples:
                  | x |
                  | 1 |
            """);

        var (result, journal) = await Engine.RunOneAsync(scenarios, typeof(Looking));

        result.Exception.Should().BeNull();
        journal.Entries.Should().Equal(
            "title Row <x>", "description Words on the row.", "tags s e", "combined s e f", "x = 1",
            "feature A in features: Words on A. tags f",
            "block When", "step When 'it looks around' table 1", "status OK");
    }

    [Fact]
    public async Task A_scenario_has_one_instance_of_a_class_and_disposes_of_it()
    {
        var scenarios = Engine.Parse(
            "Feature: A\n  Scenario: One\n    Given a shared thing\n    And its number again\n  Scenario: Two\n    Given a shared thing\n");

        var (results, journal) = await Engine.RunAsync(scenarios, new RunOptions { Parallelism = 1 }, typeof(Sharing), typeof(SharingToo));

        results.Should().OnlyContain(result => result.Outcome == ScenarioOutcome.Passed);
        var (first, second) = (journal.Entries[0], journal.Entries[3]);
        journal.Entries.Should().Equal(first, first, $"disposed of {first}", second, $"disposed of {second}");
        second.Should().NotBe(first);
    }

    [Fact]
    public async Task Less_than_one_scenario_at_a_time_is_refused() =>
        await FluentActions.Invoking(() => Engine.RunAsync([], new RunOptions { Parallelism = 0 }))
            .Should().ThrowAsync<ArgumentOutOfRangeException>();

    public sealed class Barrier : IDisposable
    {
        private readonly SemaphoreSlim _open = new(0);
        private int _present;
        private int _most;

        public int Most => _most;

        public async Task MeetAsync(int count, CancellationToken cancellationToken)
        {
            Enter();
            if (_present == count)
                _open.Release(count);
            await _open.WaitAsync(cancellationToken);
            Leave();
        }

        public void Enter()
        {
            var present = Interlocked.Increment(ref _present);
            int most;
            while ((most = _most) < present && Interlocked.CompareExchange(ref _most, present, most) != most)
            {
            }
        }

        public void Leave() => Interlocked.Decrement(ref _present);

        public void Dispose() => _open.Dispose();
    }

    [Binding]
    public sealed class Meeting(Barrier all, ScenarioDeadline deadline)
    {
        [Given("all have begun")]
        public Task Meet() => all.MeetAsync(4, deadline.CancellationToken);

        [Given("it is counted")]
        public async Task Count()
        {
            all.Enter();
            await Task.Yield();
            all.Leave();
        }
    }

    [Binding]
    public sealed class Steps(Journal journal)
    {
        [StepDefinition("step {int}")]
        public async Task Step(int number)
        {
            await Task.Yield();
            journal.Note($"{number}");
        }
    }

    [Binding]
    public sealed class AllHooks(Journal journal, ScenarioContext context)
    {
        [BeforeTestRun]
        public static void BeforeRun(Journal journal) => journal.Note("before run");

        [AfterTestRun]
        public static void AfterRun(Journal journal) => journal.Note("after run");

        [BeforeFeature]
        public static void BeforeFeature(Journal journal, FeatureContext feature) =>
            journal.Note($"before feature {feature.FeatureInfo.Title}");

        [AfterFeature]
        public static Task AfterFeature(Journal journal, FeatureContext feature)
        {
            journal.Note($"after feature {feature.FeatureInfo.Title}");
            return Task.CompletedTask;
        }

        [BeforeScenario(Order = 20000)]
        public void Late() => journal.Note("before scenario (late)");

        [BeforeScenario]
        public void BeforeScenario() => journal.Note($"before scenario {context.ScenarioInfo.Title}");

        [Before(Order = 1)]
        public void Early() => journal.Note("before scenario (early)");

        [After]
        public void AfterScenario() => journal.Note($"after scenario {context.ScenarioInfo.Title} {context.ScenarioExecutionStatus}");

        [BeforeScenarioBlock]
        public void BeforeBlock() => journal.Note($"before block {context.CurrentScenarioBlock}");

        [AfterScenarioBlock]
        public void AfterBlock() => journal.Note($"after block {context.CurrentScenarioBlock}");

        [BeforeStep]
        public void BeforeStep() => journal.Note($"before {context.StepContext.StepInfo.Text}");

        [AfterStep]
        public void AfterStep() => journal.Note($"after {context.StepContext.StepInfo.Text} {context.StepContext.Status}");
    }

    [Binding]
    public sealed class TaggedHooks(Journal journal, ScenarioContext context)
    {
        [BeforeFeature("@feature")]
        public static void OfFeature(Journal journal) => journal.Note("feature, by @feature");

        [BeforeFeature("a")]
        public static void OfOtherFeature(Journal journal) => journal.Note("feature, by a");

        [BeforeScenario("a", "@b")]
        public void OfTags() => journal.Note($"{context.ScenarioInfo.Title} by a or b");

        [BeforeScenario("feature")]
        public void OfFeatureTag() => journal.Note($"{context.ScenarioInfo.Title} by feature");

        [BeforeScenario("c")]
        public void OfNone() => journal.Note($"{context.ScenarioInfo.Title} by c");
    }

    [Binding]
    public sealed class Keeping(IScenarioContext scenario, ScenarioContext context, IReqnrollOutputHelper output)
    {
        [Given("it keeps {int}")]
        public void Keep(int number)
        {
            scenario.Should().BeSameAs(context);
            context.Set(number, "number");
            context.Set("kept by type");
            output.WriteLine($"wrote {number}");
            output.WriteLine("wrote {0} again", number);
            output.AddAttachment("out/file.txt");
        }
    }

    [Binding]
    public sealed class Looking(Journal journal, ScenarioContext context, FeatureContext feature)
    {
        [When("it looks around")]
        public void Look(DataTable table)
        {
            var info = context.ScenarioInfo;
            journal.Note($"title {info.Title}");
            journal.Note($"description {info.Description}");
            journal.Note($"tags {string.Join(' ', info.Tags)}");
            journal.Note($"combined {string.Join(' ', info.CombinedTags)}");
            journal.Note($"x = {info.Arguments["x"]}");
            journal.Note(
                $"feature {feature.FeatureInfo.Title} in {feature.FeatureInfo.FolderPath}: {feature.FeatureInfo.Description} tags {string.Join(' ', feature.FeatureInfo.Tags)}");
            journal.Note($"block {context.CurrentScenarioBlock}");
            var step = context.StepContext.StepInfo;
            step.Table.Should().BeSameAs(table);
            journal.Note($"step {step.StepDefinitionType} '{step.Text}' table {string.Join(',', table.Header)}");
            journal.Note($"status {context.ScenarioExecutionStatus}");
        }
    }

    public interface IThing
    {
        Guid Number { get; }
    }

    public sealed class Thing(Journal journal) : IThing, IDisposable
    {
        public Guid Number { get; } = Guid.NewGuid();

        public void Dispose() => journal.Note($"disposed of {Number}");
    }

    [Binding]
    public sealed class Sharing(Journal journal, IThing thing)
    {
        [BeforeScenario(Order = 0)]
        public static void Register(IObjectContainer container) => container.RegisterTypeAs<Thing, IThing>();

        [Given("a shared thing")]
        public void Note() => journal.Note($"{thing.Number}");
    }

    [Binding]
    public sealed class SharingToo(Journal journal, IObjectContainer container)
    {
        [Given("its number again")]
        public void Note() => journal.Note($"{container.Resolve<Thing>().Number}");
    }
}
