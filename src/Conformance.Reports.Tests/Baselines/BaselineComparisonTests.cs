using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Baselines;
using Conformance.Reports.Json;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests.Baselines;

public sealed class BaselineComparisonTests
{
    private const string Retry = "user-interactive-auth/retry#a-failed-stage-may-be-tried-again";
    private const string Passing = "devices/listing#passing-3";

    private static readonly BaselineEntry Deletion =
        SampleBaselines.Entry("DEV-14", SampleReports.Failed.Id, 2, "Synapse 1.159.0") with { Reason = "known since\n2024" };
    private static readonly BaselineEntry RetryUia = SampleBaselines.Entry("UIA-10", Retry, 6);
    private static readonly BaselineEntry RetryDev = SampleBaselines.Entry("DEV-14", Retry, 10);
    private static readonly BaselineEntry Devices = SampleBaselines.Entry("getDevices.200", null, 14);
    private static readonly BaselineEntry Stale = SampleBaselines.Entry("UIA-10", Passing, 18);
    private static readonly BaselineEntry StaleResponse = SampleBaselines.Entry("getDevice.404", null, 22);
    private static readonly BaselineEntry Skipped = SampleBaselines.Entry(null, SampleReports.Skipped(4, "").Id, 26);
    private static readonly BaselineEntry Erroneous = SampleBaselines.Entry(null, SampleReports.Erroneous.Id, 30);
    private static readonly BaselineEntry NotRun = SampleBaselines.Entry("DEV-14", "elsewhere#x", 34);

    private static readonly RunReport Violating = SampleReports.Everything with
    {
        Scenarios =
        [.. SampleReports.Everything.Scenarios.Where(scenario => scenario.Verdict is not Verdict.Error)]
    };

    [Fact]
    public void Listed_failures_are_expected_and_not_counted_as_failed()
    {
        var report = Compared(Violating, Deletion, RetryUia, RetryDev, Devices);

        Written(report).Should().Be(
            """
            4 expected failures, as b.yaml lists

               DEV-14  devices/deletion#deleting-a-device-ends-its-session  known since 2024 (listed for Synapse 1.159.0; this is Synapse 1.160.0)
               UIA-10  user-interactive-auth/retry#a-failed-stage-may-be-tried-again  reason 6
               DEV-14  user-interactive-auth/retry#a-failed-stage-may-be-tried-again  reason 10
               getDevices.200  reason 14

            3 scenarios skipped
                 2  needs guest: guest access
                 1  needs refresh-tokens: refresh tokens

            Target        http://localhost:8008 (Synapse 1.160.0), checked against v1.19
            Operations    14 of 166 seen
            Responses     31 of 430 documented responses seen
            Members       61 of 74 documented members of these responses seen
            Requirements  2 of 4 checked
            Baseline      b.yaml: 4 expected, 0 stale, 0 not checked by this run
            Left behind   @run1-alice:example.org could not be deactivated: 403 M_FORBIDDEN
            Findings      add --report DIR, and "findings DIR/report.json" writes a page for the server's authors
            Seed          42
            1 passed, 0 failed, 2 expected, 0 warned, 3 skipped, 0 errors, 1 kind of response expected in 2.1 s

            """);
        report.FailedResponses.Should().Be(0);
    }

    [Fact]
    public void Listed_checks_that_pass_are_stale()
    {
        var report = Compared(SampleReports.Conforming, Stale, StaleResponse);

        Written(report).Should().StartWith(
            """
            2 stale baseline entries: the listed checks pass; remove them, or let --update-baseline do it

               b.yaml:18  UIA-10  devices/listing#passing-3  reason 18
               b.yaml:22  getDevice.404  reason 22

            Target
            """).And.EndWith("2 passed, 0 failed, 0 expected, 0 warned, 0 skipped, 0 errors, 2 stale baseline entries in 2.1 s\n");
        report.StaleEntries.Should().Be(2);
    }

    [Fact]
    public void What_was_skipped_or_not_reached_is_neither_expected_nor_stale()
    {
        var report = Compared(SampleReports.Everything, Skipped, Erroneous, NotRun);

        report.Baseline!.Unchecked.Should().Equal(Skipped, Erroneous, NotRun);
        report.Baseline.Expected.Concat(report.Baseline.Stale).Should().BeEmpty();
        report.Summary.Should().Be(SampleReports.Everything.Summary);
    }

    [Fact]
    public void A_response_that_passes_is_not_stale_where_only_some_scenarios_ran() =>
        BaselineComparison.Apply(SampleReports.Conforming, Of(Stale, StaleResponse), isWhole: false).Baseline.Should().BeEquivalentTo(
            new BaselineReport { File = "b.yaml", Stale = [Stale], Unchecked = [StaleResponse] });

    [Fact]
    public void A_scenario_with_a_check_that_is_not_listed_fails_and_prints_what_is_missing()
    {
        var failed = SampleReports.Warned with { Verdict = Verdict.Fail };
        var report = Compared(SampleReports.Report([failed], []), RetryUia);

        report.Summary.Should().Be(new RunSummary(0, 1, 0, 0, 0, report.Elapsed));
        Written(report).Should().NotContain("expected failure").And.Contain(
            "1) failure, behaviour: updateDevice: none, expected an answer\n");
        report.Scenarios[0].UnlistedChecks.Should().Equal("DEV-14");
    }

    [Fact]
    public void An_update_drops_what_is_stale_and_adds_what_fails()
    {
        var baseline = Of(Deletion, Stale, NotRun, Erroneous);
        var (updated, update) =
            BaselineComparison.Update(BaselineComparison.Apply(SampleReports.Everything, baseline, isWhole: true), baseline);

        update.Should().Be(new BaselineUpdate(Written: true, Kept: 3, Added: 1, Dropped: 1));
        updated.Entries.Should().BeEquivalentTo(
            [
                Deletion with { Server = "Synapse 1.160.0" },
                NotRun,
                Erroneous,
                new BaselineEntry
                {
                    Difference = new ListedDifference(["getDevices.200"], [], ["/devices/*/last_seen_ts is a string"]),
                    Reason = "new, to be triaged",
                    Server = "Synapse 1.160.0",
                    Comments = ["getDevices: /devices/*/last_seen_ts is a string, expected an integer"],
                },
            ],
            options => options.WithStrictOrdering());

        // What only warns fails no run, and is not added.
        updated.Entries.Should().NotContain(entry => entry.Scenario == Retry);
        var again = BaselineComparison.Apply(SampleReports.Everything, updated, isWhole: true);
        (again.Summary.Failed + again.FailedResponses + again.StaleEntries).Should().Be(0);
        BaselineComparison.Update(again, updated).Baseline.Entries.Should().Equal(updated.Entries);
    }

    [Theory]
    [InlineData(true, "b.yaml is rewritten: 1 kept, 2 added, 3 dropped")]
    [InlineData(false, "b.yaml is unchanged, since the run did not finish")]
    public void The_summary_says_what_became_of_the_file(bool written, string line)
    {
        var report = Compared(SampleReports.Conforming, Stale);
        report = report with { Baseline = report.Baseline! with { Update = new BaselineUpdate(written, 1, 2, 3) } };

        Written(report).Should().Contain($"\nBaseline      {line}\n");
        report.StaleEntries.Should().Be(written ? 0 : 1);
    }

    [Fact]
    public void The_report_marks_what_is_expected_and_names_what_is_stale()
    {
        var bytes = JsonReport.ToUtf8(Compared(SampleReports.Everything, Deletion, Devices, Stale, NotRun));

        CompiledSchema.Compile(File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "report.schema.json"))).Validate(bytes)
            .Should().BeEmpty();
        using var json = JsonDocument.Parse(bytes);
        json.RootElement.GetProperty("summary").GetProperty("expected").GetInt32().Should().Be(1);
        json.RootElement.GetProperty("summary").GetProperty("failed").GetInt32().Should().Be(0);
        var scenario = json.RootElement.GetProperty("scenarios").EnumerateArray().Single(item => item.TryGetProperty("expected", out _));
        scenario.GetProperty("id").GetString().Should().Be(Deletion.Scenario);
        scenario.GetProperty("verdict").GetString().Should().Be("fail");
        scenario.GetProperty("reason").GetString().Should().Be("known since\n2024");
        json.RootElement.GetProperty("responses").EnumerateArray().Single(item => item.TryGetProperty("expected", out _))
            .GetProperty("reason").GetString().Should().Be("reason 14");
        var baseline = json.RootElement.GetProperty("baseline");
        baseline.GetProperty("stale").EnumerateArray().Select(entry => entry.GetProperty("line").GetInt32()).Should().Equal(18);
        baseline.GetProperty("unchecked").EnumerateArray().Select(entry => entry.GetProperty("scenario").GetString())
            .Should().Equal("elsewhere#x");
    }

    private static RunReport Compared(RunReport report, params BaselineEntry[] entries) =>
        BaselineComparison.Apply(report, Of(entries), isWhole: true);

    private static Baseline Of(params BaselineEntry[] entries) => new() { File = "b.yaml", Entries = entries };

    private static string Written(RunReport report)
    {
        var output = new StringWriter { NewLine = "\n" };
        new ConsoleReport(output, colours: false).Write(report);
        return output.ToString();
    }

    [Fact]
    public void An_entry_whose_scenario_has_become_several_is_stale_when_none_shows_it()
    {
        var successors = new[] { SampleBaselines.Entry("UIA-10", Retry, 6), SampleBaselines.Entry("UIA-10", Passing, 6) };

        Compared(Violating, successors).Baseline!.Stale.Should().BeEmpty();
        Compared(Violating, successors[1]).Baseline!.Stale.Should().Equal(successors[1]);
    }
}
