using Conformance.Cli.Running;
using Conformance.Homeservers.Profiles;
using Conformance.Runner.Features;
using Conformance.Spec;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

/// <summary>In which order scenarios run.</summary>
public sealed class ScenarioPlanTests
{
    private static readonly Profile Plain = new("plain", new HashSet<Need>(), () => throw new NotSupportedException());

    private static readonly Profile Guests = new("guests", new HashSet<Need> { Need.GuestAccess }, () => throw new NotSupportedException());

    private static readonly Profile Short =
        new("short", new HashSet<Need> { Need.ShortTokenLifetime }, () => throw new NotSupportedException());

    [Fact]
    public async Task Features_take_turns_within_a_profile_and_scenarios_that_wait_come_first()
    {
        await using var scheduler = new ProfileScheduler(
            new Source([Plain, Guests, Short]), [Plain, Guests, Short], _ => throw new NotSupportedException());

        var plan = ScenarioPlan.Of(
            [
                In("a", 1), In("a", 2), In("a", 3, "needs-guest"), In("b", 1), In("b", 2, "needs-short-token-lifetime"), In("b", 3),
                In("c", 1, "needs-guest"),
            ],
            RequirementCatalogue.LoadEmbedded(),
            scheduler);

        plan.Scenarios.Select(scenario => $"{scenario.File}{scenario.Line}").Should().Equal("b2", "a1", "b1", "a2", "b3", "c1", "a3");
        plan.Profiles.Select(profile => profile.Name).Should().Equal("plain", "guests", "short");
    }

    private static Scenario In(string file, int line, params string[] tags) =>
        new() { Feature = file, Name = $"{line}", Tags = tags, File = file, Line = line, Steps = [] };

    private sealed class Source(IReadOnlyList<Profile> profiles) : IProfileSource
    {
        public string Name => "staged";

        public IReadOnlyList<Profile> Profiles => profiles;

        public bool StartsServers => false;

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
