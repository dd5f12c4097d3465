using Conformance.Matrix.Verdicts;
using Conformance.ReferenceServer.Faults;
using FluentAssertions;
using Xunit;

namespace Conformance.Tests.Mutation;

/// <summary>The suite is tested by mutation: a fault that no scenario sees, and a scenario that no fault turns red, are both defects.</summary>
public sealed class FaultTests
{
    public static TheoryData<string> Faults => [.. FaultCatalogue.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_turns_a_scenario_of_its_requirement_red(string name)
    {
        var fault = FaultCatalogue.Find([name])[0];

        var verdicts = await SuiteRun.AgainstAsync(name);

        verdicts.Where(scenario => scenario.Verdict is Verdict.Fail or Verdict.Warn && scenario.Result.Scenario.Tags.Contains(fault.RequirementId))
            .Should().NotBeEmpty($"\"{fault.Description}\" violates {fault.RequirementId}");
        verdicts.Where(scenario => scenario.Verdict is Verdict.Error).Select(scenario => $"{scenario.Result.Scenario}: {scenario.Result.Exception?.Message}").Should().BeEmpty();
    }

    [Fact]
    public async Task Without_a_fault_nothing_is_red()
    {
        var verdicts = await SuiteRun.AgainstAsync();

        verdicts.Where(scenario => scenario.Verdict is not (Verdict.Pass or Verdict.Skip)).Select(scenario => $"{scenario.Result.Scenario}: {scenario.Result.Exception?.Message}").Should().BeEmpty();
    }

    [Fact]
    public async Task A_token_that_survives_its_device_turns_just_the_scenarios_of_that_requirement_red()
    {
        var verdicts = await SuiteRun.AgainstAsync("deleted-device-token-survives");

        var red = verdicts.Where(scenario => scenario.Verdict is not (Verdict.Pass or Verdict.Skip)).Select(scenario => scenario.Result.Scenario.ToString());
        red.Should().BeEquivalentTo(verdicts.Where(scenario => scenario.Result.Scenario.Tags.Contains("DEV-14")).Select(scenario => scenario.Result.Scenario.ToString()));
    }
}
