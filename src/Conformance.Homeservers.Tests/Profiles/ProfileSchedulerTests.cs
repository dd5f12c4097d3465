using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Runs;
using Conformance.Spec;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Profiles;

public sealed class ProfileSchedulerTests
{
    private static readonly Specification Newest = Specification.LoadEmbedded(Specification.Embedded.Max());
    private static readonly RequirementCatalogue Requirements = RequirementCatalogue.LoadEmbedded();

    [Theory]
    [InlineData("", "plain", "")]
    [InlineData("guest", "plain", "")]
    [InlineData("email-uia", "mail", "")]
    [InlineData("email-uia email-sink guest", "mail", "guest")]
    [InlineData("oauth", "plain", "oauth")]
    public void A_scenario_is_given_the_first_profile_that_meets_its_needs(string needs, string expected, string lacking)
    {
        var scheduler = Scheduler(new StagedSource(("plain", [Need.GuestAccess]), ("mail", [Need.EmailUia, Need.EmailSink])));

        scheduler.Choose(Needs(needs), out var unmet).Name.Should().Be(expected);
        unmet.Should().Equal(Needs(lacking));

        static List<Need> Needs(string names) =>
            [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(name => Need.All.Single(need => need.Name == name))];
    }

    [Fact]
    public void A_profile_of_unknown_offers_takes_any_scenario()
    {
        var source = new SingleProfileSource("http://localhost:1", () => throw new InvalidOperationException());

        Scheduler(source).Choose([Need.OAuth], out var unmet).Name.Should().Be("default");
        unmet.Should().BeEmpty();
    }

    [Fact]
    public async Task Profiles_start_one_after_another_in_the_background_each_once()
    {
        var first = new TaskCompletionSource();
        var source = new StagedSource(("a", []), ("b", []), ("c", [])) { Gate = name => name == "a" ? first.Task : Task.CompletedTask };
        var scheduler = Scheduler(source);
        scheduler.StartInBackground(scheduler.Profiles.Take(2));
        var run = scheduler.RunAsync(scheduler.Profiles[1], default);
        run.IsCompleted.Should().BeFalse();

        first.SetResult();
        (await run).Target.Name.Should().Be("b");
        (await scheduler.RunAsync(scheduler.Profiles[1], default)).Should().BeSameAs(await run);

        source.Journal.Should().Equal("a starts", "a is ready", "b starts", "b is ready");
        scheduler.Starts.Select(start => (start.Profile.Name, start.Failure)).Should().Equal(("a", null), ("b", null));
        (await scheduler.LogsAsync(default)).Should().Equal(
            new ServerLogText("a", new Uri("http://localhost:1"), "log of a"), new ServerLogText("b", new Uri("http://localhost:1"), "log of b"));
    }

    [Fact]
    public async Task Profiles_start_in_the_order_in_which_they_are_asked_for()
    {
        for (var round = 0; round < 20; round++)
        {
            var source = new StagedSource([.. Enumerable.Range(1, 8).Select(number => ($"{number}", Array.Empty<Need>()))]);
            var scheduler = Scheduler(source);

            // On a thread of the pool, which takes up first what it was given last.
            await Task.Run(() => scheduler.StartInBackground(scheduler.Profiles));
            foreach (var profile in scheduler.Profiles)
                await scheduler.RunAsync(profile, default);

            scheduler.Starts.Select(start => start.Profile.Name).Should().Equal(scheduler.Profiles.Select(profile => profile.Name));
        }
    }

    [Fact]
    public async Task Disposing_stops_what_was_started_and_what_is_starting()
    {
        var source = new StagedSource(("a", []), ("b", []), ("c", []))
        {
            Gate = name => name == "b"
            ? new TaskCompletionSource().Task
            : Task.CompletedTask
        };
        var scheduler = Scheduler(source);
        scheduler.StartInBackground(scheduler.Profiles);
        await scheduler.RunAsync(scheduler.Profiles[0], default);

        await scheduler.DisposeAsync();

        source.Journal.Take(2).Should().Equal("a starts", "a is ready");
        source.Journal[^1].Should().Be("source disposed");
        source.Journal.Should().Contain("a disposed").And.NotContain("b is ready").And.NotContain("c is ready");
    }

    [Fact]
    public async Task A_profile_that_does_not_start_fails_those_who_wait_for_it_and_no_other()
    {
        var source = new StagedSource(("a", []), ("b", []))
        {
            Gate = name => name == "a"
            ? Task.FromException(new TargetException(new Problem("no room")))
            : Task.CompletedTask
        };
        var scheduler = Scheduler(source);
        scheduler.StartInBackground(scheduler.Profiles);

        var failing = () => scheduler.RunAsync(scheduler.Profiles[0], default);
        (await failing.Should().ThrowAsync<TargetException>()).WithMessage("no room");
        (await scheduler.RunAsync(scheduler.Profiles[1], default)).Target.Name.Should().Be("b");
        scheduler.Starts.Select(start => (start.Profile.Name, start.Failure)).Should().Equal(("a", "no room"), ("b", null));
    }

    [Fact]
    public async Task Whoever_does_not_want_to_wait_any_more_leaves_the_start_alone()
    {
        var gate = new TaskCompletionSource();
        var scheduler = Scheduler(new StagedSource(("a", [])) { Gate = _ => gate.Task });
        using var impatience = new CancellationTokenSource();
        var waiting = scheduler.RunAsync(scheduler.Profiles[0], impatience.Token);
        await impatience.CancelAsync();
        await waiting.Awaiting(task => task).Should().ThrowAsync<OperationCanceledException>();

        gate.SetResult();
        (await scheduler.RunAsync(scheduler.Profiles[0], default)).Target.Name.Should().Be("a");
    }

    private static ProfileScheduler Scheduler(IProfileSource source) => new(
        source, source.Profiles, target =>
            new TestRun(new TestRunOptions { Specification = Newest, Requirements = Requirements, Target = target }));
}
