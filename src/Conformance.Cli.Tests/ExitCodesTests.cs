using Conformance.Reports.Model;
using Conformance.Reports.Tests;
using FluentAssertions;
using Xunit;

namespace Conformance.Cli.Tests;

public sealed class ExitCodesTests
{
    [Fact]
    public void A_run_without_a_violation_conforms() => Of([SampleReports.Passed(1)]).Should().Be(0);

    [Fact]
    public void A_warning_and_a_skip_conform() => Of([SampleReports.Warned, SampleReports.Skipped(1, "needs guest")]).Should().Be(0);

    [Fact]
    public void A_failed_scenario_is_a_violation() => Of([SampleReports.Passed(1), SampleReports.Failed]).Should().Be(1);

    [Fact]
    public void A_response_in_violation_is_one_though_every_scenario_passed() =>
        Of([SampleReports.Passed(1)], SampleReports.BadResponse).Should().Be(1);

    [Fact]
    public void An_error_of_the_suite_outweighs_violations() => Of([SampleReports.Failed, SampleReports.Erroneous]).Should().Be(4);

    [Fact]
    public void An_interruption_outweighs_everything() =>
        ExitCodes.Of(SampleReports.Report([SampleReports.Failed, SampleReports.Erroneous], []) with { Interrupted = true })
            .Should().Be(130);

    [Fact]
    public void A_run_that_checked_nothing_does_not_conform()
    {
        Of([SampleReports.Skipped(1, "needs guest"), SampleReports.Skipped(2, "needs guest")]).Should().Be(5);
        Of([SampleReports.NotChecked(1)]).Should().Be(5);
    }

    [Theory]
    [InlineData(19, 1, 0)]
    [InlineData(18, 1, 5)]
    [InlineData(38, 2, 0)]
    [InlineData(37, 2, 5)]
    public void One_in_twenty_may_stay_unchecked(int passed, int notChecked, int exitCode) =>
        Of([
            .. Enumerable.Range(1, passed).Select(SampleReports.Passed),
            .. Enumerable.Range(1, notChecked).Select(SampleReports.NotChecked)])
            .Should().Be(exitCode);

    [Fact]
    public void A_violation_outweighs_what_could_not_be_checked() =>
        Of([SampleReports.Failed, SampleReports.NotChecked(1)]).Should().Be(1);

    [Theory]
    [InlineData(true, 1)]
    [InlineData(false, 3)]
    public void A_homeserver_that_died_is_a_violation_and_one_that_stays_dead_ends_the_run(bool isRestarted, int exitCode) =>
        ExitCodes.Of(SampleReports.Report([SampleReports.Passed(1)], []) with { Deaths = [new DeathReport("default", isRestarted, [])] })
            .Should().Be(exitCode);

    private static int Of(IReadOnlyList<ScenarioReport> scenarios, params ResponseReport[] responses) =>
        ExitCodes.Of(SampleReports.Report(scenarios, responses));
}
