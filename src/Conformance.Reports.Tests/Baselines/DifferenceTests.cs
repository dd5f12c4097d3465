using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Baselines;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Spec;
using FluentAssertions;
using Xunit;
using static Conformance.Reports.Tests.Causes.SampleCauses;

namespace Conformance.Reports.Tests.Baselines;

/// <summary>Entries about a difference, wherever it shows.</summary>
public sealed class DifferenceTests
{
    private const string NotJson = "400 M_NOT_JSON";
    private const string BadJson = "400 M_BAD_JSON";

    private static readonly ScenarioReport Login = Answered("API-10", "login", NotJson, BadJson);
    private static readonly ScenarioReport Register = Answered("API-10", "register", NotJson, BadJson);

    [Fact]
    public void An_entry_lists_its_difference_in_every_scenario_and_no_other()
    {
        var report = Compared(
            Run([Login, Register, Answered("API-10", "login", NotJson, "200", title: "Else"), Answered("API-11", "login", NotJson, BadJson)]),
            Entry(["API-10"], ["login", "register"], [BadJson]));

        report.Scenarios.Select(scenario => scenario.IsExpected).Should().Equal(true, true, false, false);
        report.Baseline!.Expected.Should().ContainSingle();
        report.Summary.Should().Be(new RunSummary(0, 2, 0, 0, 0, report.Elapsed) { Expected = 2 });
    }

    [Fact]
    public void A_scenario_that_shows_a_second_difference_is_not_expected()
    {
        var both = Login with { Violations = [.. Login.Violations, new ViolationReport(NotJson, "200", Login.Violations[0].Exchange)] };

        Compared(Run([both]), Entry(["API-10"], ["login"], [BadJson])).Scenarios.Single().IsExpected.Should().BeFalse();
        Compared(Run([both]), Entry(["API-10"], ["login"], [BadJson, "200"])).Scenarios.Single().IsExpected.Should().BeTrue();
    }

    [Fact]
    public void A_missing_operation_is_listed_whichever_requirement_needs_it()
    {
        const string Absent = "404 M_UNRECOGNIZED";
        var report = Compared(
            Run([Answered("TOK-03", "add3PID", "401", Absent), Answered("UIA-01", "add3PID", "401 (a UIA challenge)", Absent)]),
            Entry([CauseMark.NotImplemented], ["add3PID"], [Absent]));

        report.Scenarios.Should().OnlyContain(scenario => scenario.IsExpected);
    }

    [Fact]
    public void A_kind_of_response_is_expected_if_all_that_was_found_is_listed()
    {
        var response = SampleReports.BadResponse with { Findings = [Null("/devices/0/display_name"), Null("/devices/0/last_seen_ip")] };
        const string Name = "/devices/*/display_name is null";

        Compared(Run([], [response]), Entry(["getDevices.200"], [], [Name])).FailedResponses.Should().Be(1);
        Compared(Run([], [response]), Entry(["getDevices.200"], [], [Name, "/devices/*/last_seen_ip is null"])).FailedResponses.Should().Be(0);
    }

    [Fact]
    public void An_entry_that_no_scenario_shows_is_stale()
    {
        var entry = Entry(["API-10"], ["login"], [BadJson]);
        var passing = Login with { Verdict = Verdict.Pass, Violations = [], Operations = new HashSet<string> { "login" } };

        Compared(Run([passing]), entry).Baseline!.Stale.Should().Equal(entry);
        Compared(Run([Answered("API-10", "login", NotJson, "200")]), entry).Baseline!.Stale.Should().Equal(entry);
        Compared(Run([passing, Login]), entry).Baseline!.Stale.Should().BeEmpty();
    }

    [Theory]
    [InlineData("login", 0)]
    [InlineData("register", 1)]
    public void An_entry_is_not_stale_where_a_scenario_that_could_show_it_was_skipped(string operation, int stale)
    {
        var passing = Login with { Verdict = Verdict.Pass, Violations = [], Operations = new HashSet<string> { "login" } };
        var skipped = passing with { Verdict = Verdict.Skip, Operations = new HashSet<string> { operation } };

        Compared(Run([passing, skipped]), Entry(["API-10"], ["login"], [BadJson])).Baseline!.Stale.Should().HaveCount(stale);
    }

    [Fact]
    public void An_entry_is_not_stale_where_only_some_scenarios_about_it_ran()
    {
        var entry = Entry(["API-10"], ["login"], [BadJson]);
        var passing = Login with { Verdict = Verdict.Pass, Violations = [] };

        BaselineReport Selected(int left) => BaselineComparison.Apply(
            Run([passing]) with
            {
                Requirements =
                [
                    new RequirementReport("API-10", "api-standards", RequirementOutcome.Pass, [passing.Id])
                    {
                        Stake = RequirementStake.Form,
                        NotSelected = left,
                    },
                ],
            },
            new Baseline { File = "b.yaml", Entries = [entry] },
            isWhole: false).Baseline!;

        Selected(1).Unchecked.Should().Equal(entry);
        Selected(0).Stale.Should().Equal(entry);
    }

    [Fact]
    public void A_missing_operation_that_answers_makes_its_entry_stale()
    {
        var entry = Entry([CauseMark.NotImplemented], ["add3PID"], ["404 M_UNRECOGNIZED"]);

        Compared(Run([], [Response("add3PID", 200)]), entry).Baseline!.Stale.Should().Equal(entry);
        Compared(Run([]), entry).Baseline!.Unchecked.Should().Equal(entry);
    }

    [Fact]
    public void An_update_lists_each_difference_once_with_its_cause_as_comment()
    {
        var empty = new Baseline { File = "b.yaml" };
        var (baseline, update) = BaselineComparison.Update(Compared(Run([Login, Register])), empty);

        update.Should().Be(new BaselineUpdate(Written: true, Kept: 0, Added: 1, Dropped: 0));
        BaselineWriter.ToText(baseline).Should().EndWith(
            """

            # login and register answer 400 M_BAD_JSON, expected 400 M_NOT_JSON
            - check: API-10
              operation: [login, register]
              seen: "400 M_BAD_JSON"
              reason: "new, to be triaged"
              server: "Synapse 1.160.0"

            """);
        Compared(Run([Login, Register]), [.. baseline.Entries]).Summary.Failed.Should().Be(0);
    }

    [Fact]
    public void An_update_lists_no_more_than_was_seen()
    {
        var scenarios = new[] { Login, Register, Answered("API-11", "login", NotJson, BadJson, title: "Other") };

        var (baseline, _) = BaselineComparison.Update(Compared(Run(scenarios)), new Baseline { File = "b.yaml" });

        baseline.Entries.SelectMany(entry => entry.Difference!.Marks).Should().BeEquivalentTo(
        [
            new CauseMark("API-10", "login", BadJson),
            new CauseMark("API-10", "register", BadJson),
            new CauseMark("API-11", "login", BadJson),
        ]);
    }

    [Fact]
    public void A_part_that_no_longer_shows_is_stale_and_the_rest_stays()
    {
        var entry = Entry(["API-10"], ["login", "register"], [BadJson]) with { Line = 4, Comments = ["both"] };
        var passing = Register with { Verdict = Verdict.Pass, Violations = [], Operations = new HashSet<string> { "register" } };

        var compared = Compared(Run([Login, passing]), entry);

        compared.Baseline!.Expected.Should().Equal(entry);
        compared.Baseline.Stale.Should().ContainSingle()
            .Which.Difference.Should().BeEquivalentTo(new ListedDifference(["API-10"], ["register"], [BadJson]));
        var (rest, _) = BaselineComparison.Update(compared, new Baseline { File = "b.yaml", Entries = [entry] });
        rest.Entries.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Difference = new ListedDifference(["API-10"], ["login"], [BadJson]), Reason = "known", entry.Comments });
        Compared(Run([Login, passing]), [.. rest.Entries]).StaleEntries.Should().Be(0);
    }

    [Fact]
    public void What_is_listed_already_is_not_listed_twice()
    {
        var response = SampleReports.BadResponse with { Findings = [Null("/devices/0/display_name"), Null("/devices/0/last_seen_ip")] };
        var entry = Entry(["getDevices.200"], [], ["/devices/*/display_name is null"]);
        var run = Run([], [response]);

        var (baseline, _) = BaselineComparison.Update(Compared(run, entry), new Baseline { File = "b.yaml", Entries = [entry] });

        SampleBaselines.Parse(BaselineWriter.ToText(baseline)).Entries.Should().HaveCount(2);
        Compared(run, [.. baseline.Entries]).FailedResponses.Should().Be(0);
    }

    [Fact]
    public void A_refusal_of_a_loaded_server_does_not_make_a_missing_operation_one_that_is_there()
    {
        const string Absent = "404 M_UNRECOGNIZED";
        var entry = Entry([CauseMark.NotImplemented], ["add3PID"], [Absent]);
        var responses = new[] { Response("add3PID", 429), Response("add3PID", 502) with { CameAgain = false } };

        var report = Compared(Run([Answered("TOK-03", "add3PID", "401", Absent)], responses), entry);

        report.Scenarios.Single().IsExpected.Should().BeTrue();
        report.StaleEntries.Should().Be(0);
    }

    [Fact]
    public void A_run_of_one_scenario_may_take_a_thing_that_is_not_there_for_a_missing_operation() =>
        Compared(Run([Answered("DEV-06", "getDevice", "200", "404")]), Entry(["DEV-06"], ["getDevice"], ["404"]))
            .Scenarios.Single().IsExpected.Should().BeTrue();

    [Fact]
    public void A_server_error_that_did_not_come_again_makes_no_entry_stale()
    {
        var passing = Login with { Verdict = Verdict.Pass, Violations = [], Operations = new HashSet<string> { "login" } };
        var entry = Entry(["API-10"], ["login"], ["500 M_UNKNOWN"]);

        Compared(Run([passing], [Response("login", 500) with { CameAgain = false }]), entry).Baseline!.Unchecked.Should().Equal(entry);
        Compared(Run([passing], [Response("login", 200)]), entry).Baseline!.Stale.Should().Equal(entry);
    }

    [Fact]
    public void Under_strict_a_warning_beside_a_listed_violation_counts()
    {
        var warning = Null("") with { Severity = FindingSeverity.Warning, Actual = "no Access-Control-Allow-Origin" };
        var response = SampleReports.BadResponse with { Findings = [Null("/devices/0/display_name"), warning] };
        var entry = Entry(["getDevices.200"], [], ["/devices/*/display_name is null"]);

        Compared(Run([], [response]), entry).FailedResponses.Should().Be(0);
        Compared(Run([], [response]) with { Strictness = Strictness.Strict }, entry).FailedResponses.Should().Be(1);
    }

    [Fact]
    public void A_failure_that_names_no_requirement_is_told_too()
    {
        var output = new StringWriter { NewLine = "\n" };

        new ConsoleReport(output, colours: false).Write(SampleReports.Report([SampleReports.Failed with { Requirements = [] }], []));

        output.ToString().Should().Contain("1) failure, form: getTokenOwner answers 200, expected 401 M_UNKNOWN_TOKEN\n   Exchange  ");
    }

    [Fact]
    public void What_is_seen_of_one_check_is_one_entry()
    {
        var response = SampleReports.BadResponse with { Findings = [Null("/devices/0/display_name"), Null("/devices/0/last_seen_ip")] };

        var (baseline, _) = BaselineComparison.Update(Compared(Run([], [response])), new Baseline { File = "b.yaml" });

        baseline.Entries.Should().ContainSingle()
            .Which.Difference!.Seen.Should().Equal("/devices/*/display_name is null", "/devices/*/last_seen_ip is null");
    }

    [Theory]
    [InlineData("400 M_X\n- check: DEV-14")]
    [InlineData("400 \u2028# \u001b[2J")]
    [InlineData("400 \"")]
    [InlineData("400 \\ \"M_\": [a, b] {c} # d")]
    [InlineData("   ")]
    [InlineData("~")]
    public void Whatever_a_server_answers_its_entry_can_be_read_again(string actual)
    {
        var report = Run([Failing("DEV-14", "login", "400 M_NOT_JSON", actual, 400)]);
        var (baseline, _) = BaselineComparison.Update(Compared(report), new Baseline { File = "b.yaml" });

        var again = SampleBaselines.Parse(BaselineWriter.ToText(baseline));

        again.Entries.Should().ContainSingle().Which.Difference.Should().BeEquivalentTo(baseline.Entries[0].Difference);
        Compared(report, [.. again.Entries]).Scenarios.Single().IsExpected.Should().BeTrue();
    }

    [Fact]
    public void What_is_written_reads_as_the_same()
    {
        var entry = Entry(["API-10", "getDevices.200"], [], ["it is named \"...\"", "200"]) with { Line = 5 };

        SampleBaselines.Parse(BaselineWriter.ToText(new Baseline { File = "b.yaml", Entries = [entry] })).Entries
            .Should().BeEquivalentTo([entry]);
    }

    [Theory]
    [InlineData("- seen: x\n  reason: r\n", "check is missing: a requirement's id, operation.status, or not-implemented; a report's causes have the entries to write here")]
    [InlineData("- check: API-10\n  operation: login\n  reason: r\n", "seen is missing: what the server does instead, as a report tells it")]
    [InlineData("- check: API-10\n  operation: logon\n  seen: x\n  reason: r\n", "there is no operation \"logon\". Did you mean login or logout? Correct the entry or remove it.")]
    [InlineData("- check: not-implemented\n  seen: x\n  reason: r\n", "operation is missing: not-implemented is about operations; name them")]
    [InlineData("- check: login.200\n  operation: login\n  seen: x\n  reason: r\n", "operation cannot be combined with login.200, which names one; remove the member operation")]
    [InlineData("- check: API-10\n  seen: x\n", "reason is missing; say why this failure is accepted")]
    [InlineData("- check: API-10\n  seen: x\n  scenario: devices/deletion#both\n  reason: r\n", "scenario cannot be combined with operation and seen, which hold in all scenarios; remove one or the other")]
    [InlineData("- check: [DEV-14, UIA-10]\n  scenario: devices/deletion#both\n  reason: r\n", "several checks need the member seen; write what is seen, or an entry for each check")]
    public void What_is_no_entry_is_told_with_its_line(string text, string message) =>
        FluentActions.Invoking(() => SampleBaselines.Parse(text)).Should().Throw<BaselineException>()
            .Which.Message.Should().Be("b.yaml:1: " + message);

    [Fact]
    public void Entries_that_list_the_same_are_told() =>
        FluentActions.Invoking(() => SampleBaselines.Parse(
                "- check: API-10\n  operation: [login, register]\n  seen: x\n  reason: r\n- check: [API-11, API-10]\n  operation: login\n  seen: x\n  reason: r\n"))
            .Should().Throw<BaselineException>()
            .Which.Message.Should().Be("b.yaml:5: API-11, API-10  login: x is already listed in line 1; remove one of the two");

    private static BaselineEntry Entry(IReadOnlyList<string> checks, IReadOnlyList<string> operations, IReadOnlyList<string> seen) =>
        new() { Difference = new ListedDifference(checks, operations, seen), Reason = "known" };

    private static FindingReport Null(string pointer) =>
        new(FindingKind.Schema, FindingSeverity.Violation, pointer, "a string", "null", "It is null.", 1, null);

    private static RunReport Compared(RunReport report, params BaselineEntry[] entries) =>
        BaselineComparison.Apply(report, new Baseline { File = "b.yaml", Entries = entries }, isWhole: true);
}
