using System.Text;
using Conformance.Matrix.Companions;
using Conformance.Matrix.Scenarios;
using Conformance.Matrix.Targets;
using Conformance.Matrix.ThreePids;
using Conformance.Matrix.Verdicts;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Scenarios;

/// <summary>A bad request of the homeserver is a violation in the scenario that brought it about, and in no other.</summary>
public sealed class CompanionRequestsTests : ICompanionRequests
{
    private const string Path = "/_matrix/identity/v2/3pid/unbind";

    private readonly List<CompanionRequest> _requests = [];

    public IReadOnlyList<CompanionRequest> All => _requests;

    private Target Target => Bench.Target(new Uri("http://localhost:1")) with
    {
        Companions = new CompanionSet { Requests = this },
    };

    [Fact]
    public async Task The_scenario_that_has_the_names_in_it_gets_the_violation_once()
    {
        await using var run = Bench.Run(Target);
        var (mine, others) = (new ScenarioWorld(run, new ScenarioRecord()), new ScenarioWorld(run, new ScenarioRecord()));
        var name = mine.Fresh.UserName();
        others.Fresh.UserName();
        var secret = others.Fresh.ClientSecret();
        Ask($$"""{"mxid":"@{{name}}:example.org","threepid":5}""");
        Ask($$"""{"mxid":"@{{name}}:example.org","threepid":5}""");
        Ask($$"""{"mxid":"@nobody:example.org","threepid":5}""");

        mine.CheckCompanionRequests();
        others.CheckCompanionRequests();

        mine.Record.Violations.Should().Equal(new Violation(
            "the homeserver asks for unbindV2 as in https://spec.matrix.org/v1.19/identity-service-api/#post_matrixidentityv23pidunbind",
            "POST /_matrix/identity/v2/3pid/unbind with /threepid: expected object, got integer",
            null));
        others.Record.Violations.Should().BeEmpty();

        Ask($$"""{"client_secret":"{{secret}}"}""");
        others.CheckCompanionRequests();
        others.Record.Violations.Should().ContainSingle().Which.IsOfSetUp.Should().BeFalse();
    }

    [Fact]
    public async Task The_scenario_keeps_its_own_requests_good_and_bad()
    {
        await using var run = Bench.Run(Target);
        var world = new ScenarioWorld(run, new ScenarioRecord());
        var name = world.Fresh.UserName();
        Ask($$"""{"mxid":"@nobody:example.org"}""");
        Ask($$"""{"mxid":"@{{name}}:example.org"}""");

        world.KeepCompanionRequests();

        world.Record.CompanionRequests.Should().ContainSingle();
        Encoding.UTF8.GetString(world.Record.CompanionRequests[0].Body.Span).Should().Contain(name);
    }

    [Fact]
    public async Task A_name_that_only_begins_like_the_scenarios_own_is_anothers()
    {
        await using var run = Bench.Run(Target);
        var world = new ScenarioWorld(run, new ScenarioRecord());
        var name = world.Fresh.UserName();
        Ask($$"""{"mxid":"@{{name}}1:example.org"}""");

        world.CheckCompanionRequests();
        world.Record.Violations.Should().BeEmpty();

        Ask($$"""{"mxid":"@{{name}}1:example.org","threepid":5,"sid":"{{name}}"}""");
        world.CheckCompanionRequests();
        world.Record.Violations.Should().ContainSingle();
    }

    [Fact]
    public async Task An_address_that_the_scenario_speaks_of_is_its_own()
    {
        await using var run = Bench.Run(Target);
        var world = new ScenarioWorld(run, new ScenarioRecord());
        var address = world.ThreePids.Of(world.Actor("Alice"), Medium.Email).Address;
        Ask($"not JSON, and yet about {address.ToUpperInvariant()}");

        world.CheckCompanionRequests();

        world.Record.Violations.Should().ContainSingle();
    }

    private void Ask(string body) => _requests.Add(new CompanionRequest("identity", "POST", Path, [], Encoding.UTF8.GetBytes(body)));
}
