using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Reports.Model;
using Conformance.Runner.Results;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>A failure that another one explains is told as such, and no other is.</summary>
public sealed class ConsequencesTests
{
    private const string Refusal = """{"errcode":"M_FORBIDDEN","error":"no"}""";

    [Fact]
    public void A_scenario_that_another_operation_stopped_follows_from_that_operations_requirement()
    {
        var scenarios = Build(
            Failing("The cause", 1, "DEV-06", "200", "getDevice", 403),
            Failing("Stopped on its way", 2, "LOG-17", "200", "getDevice", 403),
            Failing("Stopped in its set-up", 3, "DEV-07", "set-up: getDevice succeeds", "getDevice", 403));

        scenarios.Select(scenario => string.Join(' ', scenario.FollowsFrom)).Should().Equal("", "DEV-06", "DEV-06");
    }

    [Theory]
    [InlineData("LOG-17", "200", "getDevice", 404)]
    [InlineData("LOG-17", "200", "getDevices", 403)]
    [InlineData("LOG-17", "404", "getDevice", 403)]
    [InlineData("LOG-17", "200", "getDevice", 200)]
    [InlineData("DEV-07", "200", "getDevice", 403)]
    [InlineData("UIA-01", "200", "getDevice", 403)]
    public void A_scenario_with_another_answer_or_of_the_same_operation_stands_for_itself(
        string requirement, string expected, string operation, int status)
    {
        var scenarios = Build(
            Failing("The cause", 1, "DEV-06", "200", "getDevice", 403),
            Failing("Another", 2, requirement, expected, operation, status));

        scenarios[1].FollowsFrom.Should().BeEmpty();
    }

    [Fact]
    public void Two_set_ups_that_failed_explain_each_other_not()
    {
        var scenarios = Build(
            Failing("One", 1, "DEV-06", "set-up: getDevice succeeds", "getDevice", 403),
            Failing("Another", 2, "LOG-17", "set-up: getDevice succeeds", "getDevice", 403));

        scenarios.SelectMany(scenario => scenario.FollowsFrom).Should().BeEmpty();
    }

    private static IReadOnlyList<ScenarioReport> Build(params ScenarioResult[] results) =>
        RunReportBuilder.Build(SampleRuns.Input(results)).Scenarios;

    private static ScenarioResult Failing(
        string name, int line, string requirement, string expected, string operation, int status)
    {
        var exchange = SampleRuns.Exchange(operation, status, status == 200 ? "{}" : Refusal);
        var violation = new Violation(expected, exchange.Outcome, exchange);
        return SampleRuns.Result(name, ScenarioOutcome.Failed, line, requirement).With(SampleRuns.Record(requirement)) with
        {
            Exception = new ViolationException(violation),
        };
    }
}
