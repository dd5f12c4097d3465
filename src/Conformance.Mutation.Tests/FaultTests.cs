using Conformance.Matrix.Verdicts;
using Conformance.ReferenceServer;
using FluentAssertions;
using Xunit;

namespace Conformance.Mutation.Tests;

/// <summary>
/// The suite is tested by mutation: a fault that no scenario sees, and a scenario that no fault turns red, are both defects.
/// </summary>
/// <param name="runs">What the suite says of each fault.</param>
public sealed class FaultTests(FaultRuns runs) : IClassFixture<FaultRuns>
{
    public static TheoryData<string> Faults => [.. FaultCatalogue.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public void A_fault_turns_a_scenario_of_its_requirement_red(string name)
    {
        var mutant = runs.Mutants[name];

        mutant.Outcomes.Where(outcome => outcome.Verdict is Verdict.Error).Should().BeEmpty();
        mutant.IsFound
            .Should().BeTrue(
                $"\"{mutant.Fault.Description}\" violates {mutant.Fault.RequirementId}; red are {string.Join(", ", mutant.Red)}");
    }

    [Fact]
    public void Without_a_fault_nothing_is_red() =>
        runs.Conforming.Outcomes.Where(outcome => outcome.Verdict is not (Verdict.Pass or Verdict.Skip)).Should().BeEmpty();

    [Fact]
    public void Every_scenario_is_recorded() =>
        runs.Conforming.Outcomes.Select(outcome => outcome.Scenario.ToString())
            .Should().BeEquivalentTo(runs.Suite.Scenarios.Select(scenario => scenario.ToString()));

    [Fact]
    public void A_scenario_turns_red_by_some_fault_unless_there_is_a_reason()
    {
        var excepted = SurvivorReasons.Load().SelectMany(reason => reason.Requirements).ToHashSet();

        var survivors = MutationReport.Survivors(runs.Conforming, [.. runs.Mutants.Values]);

        survivors.Where(outcome => !RequirementsOf(outcome).All(excepted.Contains))
            .Should().BeEmpty("a scenario that no fault turns red is a defect; write a fault");
    }

    [Fact]
    public void No_reason_is_given_for_what_faults_turn_red()
    {
        var survivors = MutationReport.Survivors(runs.Conforming, [.. runs.Mutants.Values]);

        SurvivorReasons.Load().SelectMany(reason => reason.Requirements).Should().BeSubsetOf(survivors.SelectMany(RequirementsOf));
    }

    [Fact]
    public void A_token_that_survives_its_device_turns_just_the_scenarios_of_that_requirement_red()
    {
        var all = runs.Conforming.Outcomes.Where(outcome => outcome.Scenario.Tags.Contains("DEV-14"));

        runs.Mutants["deleted-device-token-survives"].Red.Select(outcome => outcome.Scenario.ToString())
            .Should().BeEquivalentTo(all.Select(outcome => outcome.Scenario.ToString()));
    }

    private IEnumerable<string> RequirementsOf(ScenarioOutcome outcome) =>
        outcome.Scenario.Tags.Where(tag => runs.Suite.Requirements.TryGet(tag, out _));
}
