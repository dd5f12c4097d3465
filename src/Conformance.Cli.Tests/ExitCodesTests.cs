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

    private static int Of(IReadOnlyList<ScenarioReport> scenarios, params ResponseReport[] responses) =>
        ExitCodes.Of(SampleReports.Report(scenarios, responses));
}
