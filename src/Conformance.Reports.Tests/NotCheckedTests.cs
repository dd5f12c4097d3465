using System.Text;
using Conformance.Reports.Baselines;
using Conformance.Reports.Json;
using Conformance.Reports.JUnit;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>What could not be checked is counted and told in every form, and in no baseline.</summary>
public sealed class NotCheckedTests
{
    private static readonly RunReport Report = SampleReports.Report(
        [SampleReports.NotChecked(3), SampleReports.NotChecked(9), SampleReports.Passed(3) with { TriedAgain = "no mail came" }], []);

    [Fact]
    public void The_console_names_each_reason_with_its_scenarios_and_counts_them()
    {
        using var text = new StringWriter { NewLine = "\n" };
        new ConsoleReport(text, colours: false).Write(Report);

        text.ToString().Should().StartWith(
            """
            2 scenarios not checked: these say nothing about the server
                 2  set-up: register succeeds, but it was 500
                      features/devices/slow.feature:3  Slow 3
                      features/devices/slow.feature:9  Slow 9

            Target  
            """.TrimEnd())
            .And.Contain("\nTried again   3 scenarios, alone: 1 checked then, 2 not checked\n")
            .And.EndWith("1 passed, 0 failed, 0 warned, 0 skipped, 0 errors, 2 not checked in 2.1 s\n");
    }

    [Fact]
    public void The_JSON_has_a_verdict_and_a_reason() =>
        Encoding.UTF8.GetString(JsonReport.ToUtf8(Report)).Should()
            .Contain("\"verdict\": \"notChecked\"")
            .And.Contain("\"notCheckedReason\": \"set-up: register succeeds, but it was 500\"")
            .And.Contain("\"triedAgain\": \"no mail came\"")
            .And.Contain("\"notChecked\": 2");

    [Fact]
    public void JUnit_has_it_skipped_with_the_reason() =>
        Encoding.UTF8.GetString(JUnitReport.ToUtf8(Report)).Should()
            .Contain("<skipped message=\"not checked: set-up: register succeeds, but it was 500\" />")
            .And.Contain("failures=\"0\"");

    [Fact]
    public void A_baseline_takes_none_of_it_and_keeps_what_it_has()
    {
        var listed = new BaselineEntry { Check = "DEV-14", Scenario = SampleReports.NotChecked(3).Id, Reason = "known", Line = 3 };
        var baseline = new Baseline { File = "b.yaml", Entries = [listed] };
        var compared = BaselineComparison.Apply(Report, baseline, isWhole: true);

        compared.Baseline!.Unchecked.Should().Equal(listed);
        BaselineComparison.Update(compared, baseline).Baseline.Entries.Should().Equal(listed);
    }

    [Theory]
    [InlineData(19, 1, true)]
    [InlineData(18, 1, false)]
    [InlineData(0, 0, false)]
    public void A_run_is_conclusive_if_something_and_almost_all_was_checked(int passed, int notChecked, bool isConclusive) =>
        new RunSummary(passed, 0, 0, 0, 0, TimeSpan.Zero) { NotChecked = notChecked }.IsConclusive.Should().Be(isConclusive);
}
