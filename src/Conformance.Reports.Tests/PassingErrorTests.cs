using System.Text;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Baselines;
using Conformance.Reports.Findings;
using Conformance.Reports.Json;
using Conformance.Reports.JUnit;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Spec.Loading;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>A 5xx that did not come again is told in every form, and weighs nothing.</summary>
public sealed class PassingErrorTests
{
    private static readonly RunReport Report = SampleReports.Report(
        [SampleReports.Passed(3)], [SampleReports.GoodResponse, Passing("login")]);

    [Fact]
    public void The_console_has_a_line_of_the_summary()
    {
        Console(Report).Should().Contain("\nServer errors login answered 500 3 times of 120, and not again when tried alone\n")
            .And.EndWith("1 passed, 0 failed, 0 warned, 0 skipped, 0 errors in 2.1 s\n");
        Report.FailedResponses.Should().Be(0);
    }

    [Fact]
    public void The_console_does_not_list_them_without_end()
    {
        var many = SampleReports.Report(
            [SampleReports.Passed(3)],
            [.. Enumerable.Range(0, 12).Select(number => Passing($"login{number:00}"))]);

        Console(many).Should().Contain("login09 answered").And.NotContain("login10 answered")
            .And.Contain("\n              and 2 other kinds that did not come again\n");
    }

    [Fact]
    public void The_JSON_says_that_it_did_not_come_again() =>
        Encoding.UTF8.GetString(JsonReport.ToUtf8(Report)).Should()
            .Contain("\"verdict\": \"pass\",\n      \"cameAgain\": false,")
            .And.Contain("\"severity\": \"note\"")
            .And.Contain("\"message\": \"login answered 500 3 times of 120, and not again when tried alone.\"");

    [Fact]
    public void JUnit_has_it_passed_with_the_note() =>
        Encoding.UTF8.GetString(JUnitReport.ToUtf8(Report)).Should().Contain("failures=\"0\"")
            .And.Contain("<system-out>\nlogin answered 500 3 times of 120, and not again when tried alone.\n</system-out>");

    [Fact]
    public void The_findings_have_it_apart() =>
        FindingsDocument.Of(
                new JsonReportReader(SampleRuns.Requirements, SampleRuns.Specification, RenamedScenarios.None)
                    .Read(JsonReport.ToUtf8(Report)))
            .Should()
            .Contain("0 causes behind 0 scenarios and 0 kinds of response.")
            .And.EndWith(
                """
                ## Server errors that did not come again

                They came while other scenarios ran, and not from a server that had nothing else to do. They are no violations.

                - login answered 500 3 times of 120, and not again when tried alone.

                """);

    [Fact]
    public void A_baseline_that_lists_it_is_not_stale_and_none_takes_it()
    {
        var listed = new BaselineEntry { Check = "login.500", Reason = "malformed bodies", Line = 3 };
        var baseline = new Baseline { File = "b.yaml", Entries = [listed] };
        var compared = BaselineComparison.Apply(Report, baseline, isWhole: true);

        compared.Baseline!.Unchecked.Should().Equal(listed);
        compared.StaleEntries.Should().Be(0);
        BaselineComparison.Update(compared, baseline).Baseline.Entries.Should().Equal(listed);
        var none = baseline with { Entries = [] };
        BaselineComparison.Update(BaselineComparison.Apply(Report, none, isWhole: true), none).Baseline.Entries.Should().BeEmpty();
    }

    [Fact]
    public void One_that_came_again_and_is_listed_is_expected()
    {
        var listed = new BaselineEntry { Check = "login.500", Reason = "malformed bodies", Line = 3 };
        var again = Passing("login") with { CameAgain = true, Verdict = Verdict.Fail };
        var report = SampleReports.Report([SampleReports.Passed(3)], [again]);

        report.FailedResponses.Should().Be(1);
        again.Passing.Should().BeNull();
        BaselineComparison.Apply(report, new Baseline { File = "b.yaml", Entries = [listed] }, isWhole: true)
            .Baseline!.Expected.Should().Equal(listed);
    }

    private static string Console(RunReport report)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new ConsoleReport(text, colours: false).Write(report);
        return text.ToString();
    }

    private static ResponseReport Passing(string operation) => SampleReports.GoodResponse with
    {
        Operation = operation,
        Status = 500,
        Count = 3,
        Documented = false,
        CameAgain = false,
        Findings =
        [
            new FindingReport(
                FindingKind.ServerError,
                FindingSeverity.Note,
                "",
                "an answer below 500",
                "500 M_UNKNOWN",
                $"{operation} answered 500 3 times of 120, and not again when tried alone.",
                3,
                null),
        ],
    };
}
