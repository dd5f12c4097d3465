using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Runner.Results;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>Which scenarios are tried once more, alone.</summary>
public sealed class SecondTriesTests
{
    private static readonly Finding Broke =
        new(FindingKind.ServerError, FindingSeverity.Violation, "", "an answer below 500", "500 M_UNKNOWN", "It broke.");

    private readonly SecondTries _tries = new();

    [Fact]
    public void One_that_passes_or_violates_something_without_a_5xx_is_not()
    {
        _tries.IsWanted(Passed()).Should().BeFalse();
        _tries.IsWanted(Passed(Call("getDevices", 200))).Should().BeFalse();
        _tries.IsWanted(Violating(Call("getDevices", 200))).Should().BeFalse();
        _tries.IsWanted(SampleRuns.Result("A", ScenarioOutcome.Skipped)).Should().BeFalse();
    }

    [Fact]
    public void One_that_could_not_be_checked_is() =>
        _tries.IsWanted(SampleRuns.Result("A", ScenarioOutcome.TimedOut)).Should().BeTrue();

    [Theory]
    [InlineData(ExchangeRole.SetUp)]
    [InlineData(ExchangeRole.Subject)]
    [InlineData(ExchangeRole.Observation)]
    [InlineData(ExchangeRole.CleanUp)]
    public void One_that_passes_in_spite_of_a_5xx_is_until_it_is_known_to_come_again(ExchangeRole role)
    {
        var first = Passed(Call("getDevices", 500, role));
        for (var time = 0; time < SecondTries.Enough; time++)
        {
            _tries.IsWanted(first).Should().BeTrue();
            _tries.Note(first with { Earlier = first });
        }

        _tries.IsWanted(first).Should().BeFalse();
        _tries.IsWanted(Passed(Call("getDevices", 500, role), Call("getDevices", 503, role))).Should().BeTrue("503 is another error");
        _tries.IsWanted(Passed(Call("getDevice", 500, role))).Should().BeTrue("this is another operation");
    }

    [Fact]
    public void A_server_that_always_fails_in_set_ups_does_not_make_the_run_last()
    {
        var first = Stopped(Call("register", 500, ExchangeRole.SetUp));
        _tries.IsWanted(first).Should().BeTrue();
        for (var time = 0; time < SecondTries.Enough; time++)
            _tries.Note(first with { Earlier = first });

        _tries.IsWanted(first).Should().BeFalse();
        _tries.IsWanted(Stopped(Call("login", 500, ExchangeRole.SetUp))).Should().BeTrue();
    }

    [Fact]
    public void A_request_that_always_fails_says_nothing_of_a_set_up()
    {
        var first = Passed(Call("register", 500));
        for (var time = 0; time < SecondTries.Enough; time++)
            _tries.Note(first with { Earlier = first });

        _tries.IsWanted(Stopped(Call("register", 500, ExchangeRole.SetUp))).Should().BeTrue();
    }

    [Fact]
    public void What_would_be_a_violation_always_is()
    {
        var first = Violating(Call("getDevices", 500));
        for (var time = 0; time < SecondTries.Enough; time++)
            _tries.Note(first with { Earlier = first });

        _tries.IsWanted(first).Should().BeTrue();
    }

    [Fact]
    public void An_error_that_once_did_not_come_again_is_open_for_good()
    {
        var first = Stopped(Call("register", 500, ExchangeRole.SetUp));
        _tries.Note(Passed(Call("register", 200, ExchangeRole.SetUp)) with { Earlier = first });
        for (var time = 0; time < SecondTries.Enough; time++)
            _tries.Note(first with { Earlier = first });

        _tries.IsWanted(first).Should().BeTrue();
    }

    [Fact]
    public void An_error_that_was_not_reached_again_is_neither_over_nor_again()
    {
        var first = Stopped(Call("register", 500, ExchangeRole.SetUp));
        for (var time = 0; time < SecondTries.Enough; time++)
        {
            _tries.Note(Passed(Call("login", 200, ExchangeRole.SetUp)) with { Earlier = first });
            _tries.Note(first with { Earlier = first });
        }

        _tries.IsWanted(first).Should().BeFalse();
    }

    [Fact]
    public void What_kept_a_scenario_from_being_checked_is_not_its_clean_up()
    {
        var first = Passed(Call("deactivateAccount", 500, ExchangeRole.CleanUp));
        for (var time = 0; time < SecondTries.Enough; time++)
            _tries.Note(first with { Earlier = first });

        _tries.IsWanted(first).Should().BeFalse();
        _tries.IsWanted(first with { Outcome = ScenarioOutcome.TimedOut }).Should().BeTrue();
        _tries.IsWanted(Violating(Call("getDevices", 200), Call("deactivateAccount", 500, ExchangeRole.CleanUp))).Should().BeFalse();
    }

    [Fact]
    public void A_5xx_that_is_documented_makes_a_violation_worth_a_second_try()
    {
        var documented = Call("getDevices", 504) with { Findings = [] };
        _tries.IsWanted(Violating(documented)).Should().BeTrue();
        _tries.IsWanted(Passed(documented)).Should().BeFalse();
    }

    [Fact]
    public void The_report_says_why_a_scenario_was_tried_again()
    {
        var first = Violating(Call("getDevices", 500), Call("login", 503, ExchangeRole.Observation));
        var report = RunReportBuilder.Build(SampleRuns.Input([Passed(Call("getDevices", 200)) with { Earlier = first }]));

        report.Scenarios.Single().Verdict.Should().Be(Verdict.Pass);
        report.Scenarios.Single().TriedAgain.Should().Be("getDevices answered 500; login answered 503");
    }

    private static ScenarioResult Passed(params Exchange[] exchanges) => With(ScenarioOutcome.Passed, exchanges);

    private static ScenarioResult Violating(params Exchange[] exchanges) => With(ScenarioOutcome.Failed, exchanges) with
    {
        Exception = new ViolationException(new Violation("401", exchanges[0].Outcome, exchanges[0])),
    };

    private static ScenarioResult Stopped(Exchange exchange) => Violating(exchange);

    private static ScenarioResult With(ScenarioOutcome outcome, Exchange[] exchanges)
    {
        var record = SampleRuns.Record("DEV-14");
        foreach (var exchange in exchanges)
            record.Add(exchange);
        return SampleRuns.Result("A", outcome).With(record);
    }

    private static Exchange Call(string operation, int status, ExchangeRole role = ExchangeRole.Subject) =>
        SampleRuns.Exchange(operation, status, "{}", findings: status >= 500 ? [Broke] : []) with { Role = role };
}
