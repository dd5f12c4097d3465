using Conformance.Gherkin;
using Conformance.Matrix.Verdicts;
using Conformance.ReferenceServer.Faults;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Mutation.Tests;

/// <summary>The suite is tested by mutation: a fault that no scenario sees, and a scenario that no fault turns red, are both defects.</summary>
/// <param name="runs">What the suite says of each fault.</param>
public sealed class FaultTests(FaultRuns runs) : IClassFixture<FaultRuns>
{
    private static readonly RequirementCatalogue Catalogue = RequirementCatalogue.LoadEmbedded();

    public static TheoryData<string> Faults => [.. FaultCatalogue.All.Select(fault => fault.Name)];

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_turns_a_scenario_of_its_requirement_red_and_nothing_in_chapters_it_does_not_touch(string name)
    {
        var fault = FaultCatalogue.Find([name])[0];

        var verdicts = await runs.OfAsync(name);

        verdicts.Where(scenario => scenario.Verdict is Verdict.Error).Select(scenario => $"{scenario.Result.Scenario}: {scenario.Result.Exception?.Message}").Should().BeEmpty();
        var red = verdicts.Where(scenario => scenario.Verdict is Verdict.Fail or Verdict.Warn).Select(scenario => scenario.Result.Scenario).ToList();
        red.Where(scenario => scenario.Tags.Contains(fault.RequirementId)).Should().NotBeEmpty($"\"{fault.Description}\" violates {fault.RequirementId}");
        var own = verdicts.Select(scenario => scenario.Result.Scenario).Where(scenario => scenario.Tags.Contains(fault.RequirementId)).Select(Chapter).Append(Catalogue.Get(fault.RequirementId).Chapter);
        if (!FaultChapters.AreAny(name))
            red.Select(Chapter).Except(own).Order(StringComparer.Ordinal).Should().Equal(FaultChapters.Of(name), $"FaultChapters.txt says what \"{name}\" touches");
    }

    [Fact]
    public void The_list_of_chapters_names_only_faults_that_there_are() =>
        FaultChapters.Names.Should().BeSubsetOf(FaultCatalogue.All.Select(fault => fault.Name));

    [Fact]
    public async Task Without_a_fault_nothing_is_red()
    {
        var verdicts = await SuiteRun.AgainstAsync();

        verdicts.Where(scenario => scenario.Verdict is not (Verdict.Pass or Verdict.Skip)).Select(scenario => $"{scenario.Result.Scenario}: {scenario.Result.Exception?.Message}").Should().BeEmpty();
    }

    [Fact]
    public async Task A_token_that_survives_its_device_turns_just_the_scenarios_of_that_requirement_red()
    {
        var verdicts = await runs.OfAsync("deleted-device-token-survives");

        var red = verdicts.Where(scenario => scenario.Verdict is not (Verdict.Pass or Verdict.Skip)).Select(scenario => scenario.Result.Scenario.ToString());
        red.Should().BeEquivalentTo(verdicts.Where(scenario => scenario.Result.Scenario.Tags.Contains("DEV-14")).Select(scenario => scenario.Result.Scenario.ToString()));
    }
    private static string Chapter(Scenario scenario) => scenario.File.Split('/')[^2];
}
