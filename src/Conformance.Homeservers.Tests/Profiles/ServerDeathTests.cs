using Conformance.Homeservers.Profiles;
using Conformance.Matrix.Calls;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Runs;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Testing.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Homeservers.Tests.Profiles;

/// <summary>A homeserver that dies in the run.</summary>
public sealed class ServerDeathTests
{
    private static readonly Specification Newest = Specification.LoadEmbedded(Specification.Embedded.Max());
    private static readonly RequirementCatalogue Requirements = RequirementCatalogue.LoadEmbedded();

    [Fact]
    public async Task One_that_drops_a_connection_and_answers_afterwards_lives()
    {
        await using var source = new Servers(startsServers: true);
        await using var scheduler = Scheduler(source);
        var run = await scheduler.RunAsync(scheduler.Profiles[0], default);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        (await CallAsync(world, "/drop")).ConnectionBroke.Should().BeTrue();

        (await scheduler.HasDiedAsync("default", run, default)).Should().BeFalse();

        scheduler.Deaths.Should().BeEmpty();
        run.BrokenOff.Should().BeEmpty();
        (await scheduler.RunAsync(scheduler.Profiles[0], default)).Should().BeSameAs(run);
    }

    [Fact]
    public async Task One_that_the_suite_started_is_started_again_and_its_last_requests_are_known()
    {
        await using var source = new Servers(startsServers: true);
        await using var scheduler = Scheduler(source);
        var run = await scheduler.RunAsync(scheduler.Profiles[0], default);
        await using var world = new ScenarioWorld(run, new ScenarioRecord());
        await CallAsync(world, "/drop");
        await source.KillAsync();
        (await CallAsync(world, "/x")).WasRefused.Should().BeTrue();

        var verdicts = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(_ => scheduler.HasDiedAsync("default", run, default)));

        verdicts.Should().OnlyContain(isDead => isDead);
        var death = scheduler.Deaths.Should().ContainSingle("it died once, whoever saw it").Which;
        death.IsRestarted.Should().BeTrue();
        death.InFlight.Should().ContainSingle("a request that was refused was never taken").Which.Request.Url.AbsolutePath.Should().Be(
            "/drop");
        scheduler.Died.IsCancellationRequested.Should().BeFalse();
        var next = await scheduler.RunAsync(scheduler.Profiles[0], default);
        next.Should().NotBeSameAs(run);
        await using var fresh = new ScenarioWorld(next, new ScenarioRecord());
        (await CallAsync(fresh, "/x")).Response!.Status.Should().Be(200);
        source.Started.Should().Be(2);
    }

    [Fact]
    public async Task One_at_a_URL_ends_the_run()
    {
        await using var source = new Servers(startsServers: false);
        await using var scheduler = Scheduler(source);
        var run = await scheduler.RunAsync(scheduler.Profiles[0], default);
        await source.KillAsync();

        (await scheduler.HasDiedAsync("default", run, default)).Should().BeTrue();

        scheduler.Deaths.Should().ContainSingle().Which.IsRestarted.Should().BeFalse();
        scheduler.Died.IsCancellationRequested.Should().BeTrue();
        source.Started.Should().Be(1);
    }

    [Fact]
    public async Task One_that_dies_again_and_again_does_not_come_up()
    {
        await using var source = new Servers(startsServers: true);
        await using var scheduler = Scheduler(source);
        for (var death = 1; death <= 6; death++)
        {
            var run = await scheduler.RunAsync(scheduler.Profiles[0], default);
            await source.KillAsync();
            (await scheduler.HasDiedAsync("default", run, default)).Should().BeTrue();
        }

        scheduler.Deaths.Select(death => death.IsRestarted).Should().Equal(true, true, true, true, true, false);
        scheduler.Died.IsCancellationRequested.Should().BeTrue();
    }

    private static Task<Exchange> CallAsync(ScenarioWorld world, string path) => world.CallAsync(
        new RawCall { Method = "GET", PathAndQuery = path }, Caller.Anonymous, ExchangeRole.Subject, default);

    private static ProfileScheduler Scheduler(Servers source) => new(
        source,
        source.Profiles,
        target => new TestRun(new TestRunOptions { Specification = Newest, Requirements = Requirements, Target = target }),
        new HurriedTime());

    /// <summary>A target whose server can be killed.</summary>
    private sealed class Servers(bool startsServers) : IProfileSource
    {
        private FakeServer? _server;

        public string Name => "mortal";

        public bool StartsServers => startsServers;

        public int Started { get; private set; }

        public IReadOnlyList<Profile> Profiles => [new Profile("default", new HashSet<Need>(), () => new Mortal(this))];

        public async Task KillAsync() => await _server!.DisposeAsync();

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;

        private sealed class Mortal(Servers source) : IHomeserver
        {
            public Task<Target> StartAsync(CancellationToken cancellationToken)
            {
                source.Started++;
                source._server = FakeServer.Start(request =>
                    FakeAnswer.Json(200, """{"versions":[]}""") with { CutAfter = request.Path == "/drop" ? 0 : null });
                return Task.FromResult(new Target
                {
                    Name = "mortal",
                    BaseUrl = source._server.BaseUrl,
                    SpecVersion = Newest.Version,
                    Offers = new HashSet<Need>(),
                });
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
