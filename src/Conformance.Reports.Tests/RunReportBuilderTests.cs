using Conformance.Cli.Tests;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Reports.Model;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Spec.Loading;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

public sealed class RunReportBuilderTests
{
    private static readonly Finding Wrong = new(FindingKind.Schema, FindingSeverity.Violation, "/devices/0/device_id", "a string",
        "a number", "At /devices/0/device_id: expected a string, found a number.");
    private static readonly Finding Note =
        new(FindingKind.UnknownMember, FindingSeverity.Note, "/x", "", "x", "The member x is not in the schema.");
    private static readonly Finding Doubt =
        new(FindingKind.Cors, FindingSeverity.Warning, "", "the header", "none", "A header is missing.");

    [Fact]
    public void A_scenario_that_ran_to_its_end_passes()
    {
        var report = Build(SampleRuns.Result("A", ScenarioOutcome.Passed, 3, "DEV-14").With(SampleRuns.Record("DEV-14")));

        var scenario = report.Scenarios.Should().ContainSingle().Which;
        scenario.Verdict.Should().Be(Verdict.Pass);
        scenario.Requirements.Should().ContainSingle().Which.Link.Should().Be(
            SampleRuns.Requirements.Get("DEV-14").Clause.Link(new(1, 18)));
        report.Summary.Should().Be(new RunSummary(1, 0, 0, 0, 0, TimeSpan.FromSeconds(2.149)));
    }

    [Fact]
    public void A_violation_fails_with_all_that_was_recorded()
    {
        var exchange = SampleRuns.Exchange("deleteDevice", 200, "{}");
        var record = SampleRuns.Record("DEV-14");
        record.Add(new Violation("one", "two", null));
        var thrown = new Violation("401", "200", exchange);
        var result = SampleRuns.Result("A", ScenarioOutcome.Failed, 3, "DEV-14").With(record) with
        {
            Exception = new ViolationException(thrown),
            FailedStep = new ScenarioStep(StepKind.Then, "And", "the response is 401", 9),
        };

        var scenario = Build(result).Scenarios[0];

        scenario.Verdict.Should().Be(Verdict.Fail);
        scenario.FailedStep.Should().Be(new StepReference(9, "And the response is 401"));
        scenario.Violations.Select(violation => (violation.Expected, violation.Actual)).Should().Equal(("one", "two"), ("401", "200"));
        scenario.Violations[1].Exchange!.Url.Should().Be("http://localhost:8008/_matrix/client/v3/devices/LAPTOP");
    }

    [Fact]
    public void A_violation_that_is_on_record_is_not_said_twice()
    {
        var violation = new Violation("401", "200", null);
        var record = SampleRuns.Record("DEV-14");
        record.Add(violation);

        Build(SampleRuns.Result("A", ScenarioOutcome.Failed).With(record) with { Exception = new ViolationException(violation) })
            .Scenarios[0].Violations.Should().ContainSingle();
    }

    [Fact]
    public void A_scenario_that_hung_in_a_call_names_the_call()
    {
        var record = SampleRuns.Record("DEV-14");
        record.CallUnderWay = "deleteDevice by Alice on \"PHONE\"";

        var scenario = Build(SampleRuns.Result("A", ScenarioOutcome.TimedOut, 3, "DEV-14").With(record)).Scenarios[0];

        scenario.Verdict.Should().Be(Verdict.NotChecked);
        scenario.NotCheckedReason.Should().Be("its time was up before deleteDevice by Alice on \"PHONE\" was answered");
        scenario.Violations.Should().BeEmpty();
        scenario.TriedAgain.Should().BeNull();
    }

    [Fact]
    public void A_scenario_that_was_tried_again_says_why()
    {
        var first = SampleRuns.Result("A", ScenarioOutcome.Failed, 3, "DEV-14") with
        {
            Exception = new NotCheckedException("no mail came"),
        };
        var second = SampleRuns.Result("A", ScenarioOutcome.Passed, 3, "DEV-14").With(SampleRuns.Record("DEV-14")) with { Earlier = first };

        var report = Build(second);

        report.Scenarios[0].Should().Match<ScenarioReport>(scenario =>
            scenario.Verdict == Verdict.Pass && scenario.TriedAgain == "no mail came" && scenario.NotCheckedReason == null);
        report.Summary.NotChecked.Should().Be(0);
        Build(first).Requirements.Single(requirement => requirement.Id == "DEV-14").Outcome.Should().Be(RequirementOutcome.NotChecked);
    }

    [Fact]
    public void A_given_step_that_failed_leaves_the_scenario_unchecked()
    {
        var result = SampleRuns.Result("A", ScenarioOutcome.Failed, 3, "DEV-14").With(SampleRuns.Record("DEV-14")) with
        {
            Exception = new ViolationException(new Violation("a flow", "none", null)),
            FailedStep = new ScenarioStep(StepKind.Given, "And", "Alice is logged in", 9),
        };

        Build(result).Scenarios[0].NotCheckedReason.Should().Be("set-up: a flow, but it was none");
    }

    [Fact]
    public void Errors_say_what_is_wrong_with_the_suite()
    {
        Build(
            SampleRuns.Result(
                "A", ScenarioOutcome.Failed, 1) with
            { Exception = new SuiteErrorException(new Problem("our request breaks its schema")) },
            SampleRuns.Result(
                "B", ScenarioOutcome.Failed, 2) with
            { Exception = new SuiteErrorException(new Problem("a companion did not start")) },
            SampleRuns.Result(
                "C", ScenarioOutcome.BindingError, 3) with
            { Exception = new InvalidOperationException("f.feature:4: no definition") },
            SampleRuns.Result("D", ScenarioOutcome.Failed, 4) with { Exception = new InvalidOperationException("it broke") })
            .Scenarios.Select(scenario => (scenario.Verdict, scenario.Error)).Should().Equal(
                (Verdict.Error, "our request breaks its schema"),
                (Verdict.Error, "a companion did not start"),
                (Verdict.Error, "f.feature:4: no definition"),
                (Verdict.Error, "InvalidOperationException: it broke"));
    }

    [Fact]
    public void Skips_say_why()
    {
        var unmet = SampleRuns.Record("DEV-14");
        unmet.UnmetNeeds = [Need.GuestAccess, Need.RefreshTokens];

        Build(
            SampleRuns.Result("A", ScenarioOutcome.Skipped, 1, "DEV-14").With(unmet) with { SkipReason = "not shown" },
            SampleRuns.Result("B", ScenarioOutcome.Skipped, 2) with { SkipReason = "Ignored" },
            SampleRuns.Result("C", ScenarioOutcome.Cancelled, 4))
            .Scenarios.Select(scenario => (scenario.Verdict, scenario.SkipReason)).Should().Equal(
                (Verdict.Skip, "needs guest (guest access) and refresh-tokens (refresh tokens)"),
                (Verdict.Skip, "Ignored"),
                (Verdict.Skip, "the run was interrupted"));
    }

    [Fact]
    public void Scenarios_are_ordered_by_file_and_line_and_named_by_feature_and_title()
    {
        var other = SampleRuns.Result("Über \"LAPTOP\", 3 times", ScenarioOutcome.Passed, 8);

        Build(
            SampleRuns.Result("Same", ScenarioOutcome.Passed, 20),
            other,
            SampleRuns.Result("Same", ScenarioOutcome.Passed, 12),
            SampleRuns.Result("A", ScenarioOutcome.Passed,
                2) with
            { Scenario = other.Scenario with { File = "features/a/b.feature", Name = "It's 401!" } })
            .Scenarios.Select(scenario => scenario.Id).Should().Equal(
                "a/b#its-401",
                "devices/deletion#über-laptop-3-times",
                "devices/deletion#same",
                "devices/deletion#same-2");
    }

    [Fact]
    public void A_requirement_has_the_worst_verdict_of_its_scenarios()
    {
        var unmet = SampleRuns.Record("DEV-13");
        unmet.UnmetNeeds = [Need.GuestAccess];
        var violation = new ViolationException(new Violation("a", "b", null));

        var report = Build(
            SampleRuns.Result("A", ScenarioOutcome.Passed, 1, "DEV-14", "DEV-05").With(SampleRuns.Record("DEV-14", "DEV-05")),
            SampleRuns.Result("B", ScenarioOutcome.Failed, 2, "DEV-14").With(SampleRuns.Record("DEV-14")) with { Exception = violation },
            SampleRuns.Result("C", ScenarioOutcome.Skipped, 3, "DEV-13").With(unmet),
            SampleRuns.Result("D", ScenarioOutcome.Failed, 4, "DEV-01") with { Exception = new InvalidOperationException() });

        Outcome("DEV-14").Should().Be(RequirementOutcome.Fail);
        Outcome("DEV-05").Should().Be(RequirementOutcome.Pass);
        Outcome("DEV-13").Should().Be(RequirementOutcome.Skip);
        Outcome("DEV-01").Should().Be(RequirementOutcome.Error);
        Outcome("DEV-02").Should().Be(RequirementOutcome.Unchecked);
        report.Requirements.Single(requirement => requirement.Id == "DEV-14").Scenarios.Should().Equal(
            "devices/deletion#a", "devices/deletion#b");
        report.Requirements.Select(requirement => requirement.Id)
            .Should().Equal(SampleRuns.Requirements.All.Select(requirement => requirement.Id));
        report.Coverage.Requirements.Should().Be(new Share(2, SampleRuns.Requirements.All.Count));

        RequirementOutcome Outcome(string id) => report.Requirements.Single(requirement => requirement.Id == id).Outcome;
    }

    [Fact]
    public void A_requirement_that_no_client_can_observe_is_not_testable()
    {
        using var folder = new TemporaryFolder();
        var catalogue = RequirementCatalogue.LoadDirectory(SampleFeatures.In(folder));

        RunReportBuilder.Build(SampleRuns.Input([]) with { Requirements = catalogue }).Requirements.Select(requirement =>
            (requirement.Id, requirement.Outcome)).Should().Equal(
            ("BOX-01", RequirementOutcome.Unchecked),
            ("BOX-02", RequirementOutcome.Unchecked),
            ("BOX-03", RequirementOutcome.NotTestable));
    }

    [Fact]
    public void Kinds_of_response_have_the_verdict_of_their_worst_finding()
    {
        var ledger = new ResponseLedger();
        ledger.Add(SampleRuns.Exchange("getDevices", 200, "{}", findings: [Note, Wrong]), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getDevices", 200, "{}", findings: [Wrong]), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getDevice", 404, "{}", findings: Doubt), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getDevice", 200, "{}", findings: Note), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getDevice", 418, "{}"), SampleRuns.Specification.Version);

        var report = RunReportBuilder.Build(SampleRuns.Input([], ledger));

        report.Responses.Select(response => (response.Check, response.Count, response.Documented, response.Verdict)).Should().Equal(
            ("getDevice.200", 1, true, Verdict.Pass),
            ("getDevice.404", 1, true, Verdict.Warn),
            ("getDevice.418", 1, false, Verdict.Pass),
            ("getDevices.200", 2, true, Verdict.Fail));
        report.Responses[3].Findings.Select(finding => (finding.Kind, finding.Count))
            .Should().Equal((FindingKind.Schema, 2), (FindingKind.UnknownMember, 1));
        report.Responses[3].Link.Should().Be("https://spec.matrix.org/v1.18/client-server-api/#get_matrixclientv3devices");
        report.FailedResponses.Should().Be(1);
        RunReportBuilder.Build(SampleRuns.Input([], ledger) with { Strictness = Strictness.Strict }).FailedResponses.Should().Be(2);
    }

    [Fact]
    public void Coverage_counts_the_client_server_api()
    {
        var ledger = new ResponseLedger();
        ledger.Add(SampleRuns.Exchange("getDevices", 200, "{}"), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getDevice", 404, "{}"), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getDevice", 418, "{}"), SampleRuns.Specification.Version);

        var coverage = RunReportBuilder.Build(SampleRuns.Input([], ledger)).Coverage;

        coverage.Operations.Should().Be(new Share(2, 166));
        coverage.Responses.Should().Be(new Share(2, 430));
    }

    [Fact]
    public void Coverage_counts_the_members_and_branches_of_the_responses_seen()
    {
        var ledger = new ResponseLedger(SampleRuns.Specification);
        ledger.Add(SampleRuns.Exchange("getDevices", 200, """{"devices":[{"device_id":"A"}]}"""), new SpecVersion(1, 18));
        ledger.Add(SampleRuns.Exchange("getPresence", 200, """{"presence":"online","currently_active":true}"""), new SpecVersion(1, 18));
        ledger.Add(SampleRuns.Exchange("getDevices", 418, "{}"), new SpecVersion(1, 18));

        var report = RunReportBuilder.Build(SampleRuns.Input([], ledger));

        report.Coverage.Members.Should().Be(new Share(5, 10));
        report.Coverage.Branches.Should().Be(new Share(1, 3));
        report.Responses.Select(response => (response.Check, response.Coverage?.Members.Total, response.Coverage?.Branches.Total))
            .Should().Equal(
            ("getDevices.200", 6, 0), ("getDevices.418", null, null), ("getPresence.200", 4, 3));
    }

    [Fact]
    public void A_response_documented_for_several_statuses_counts_once()
    {
        var ledger = new ResponseLedger(SampleRuns.Specification);
        var operation = SampleRuns.Specification.GetOperation("getDevices");
        operation = operation with { Responses = [operation.ResponseFor(200)! with { Status = "2XX" }] };
        ledger.Add(SampleRuns.Exchange("getDevices", 200, """{"devices":[]}""") with { Operation = operation }, new SpecVersion(1, 18));
        ledger.Add(SampleRuns.Exchange("getDevices", 202, """{"devices":[]}""") with { Operation = operation }, new SpecVersion(1, 18));

        RunReportBuilder.Build(SampleRuns.Input([], ledger)).Coverage.Members.Should().Be(new Share(1, 6));
    }

    [Fact]
    public void Documented_responses_that_never_came_are_listed_for_the_operations_called()
    {
        var ledger = new ResponseLedger();
        ledger.Add(SampleRuns.Exchange("getDevice", 404, "{}"), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("deleteDevice", 200, "{}"), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getDevices", 200, "{}"), SampleRuns.Specification.Version);
        ledger.Add(SampleRuns.Exchange("getPresence", 418, "{}"), SampleRuns.Specification.Version);

        RunReportBuilder.Build(SampleRuns.Input([], ledger)).UnseenResponses.Select(unseen =>
            $"{unseen.Operation} {string.Join(' ', unseen.Statuses)}")
            .Should().Equal("deleteDevice 401", "getDevice 200", "getPresence 200 403 404");
    }

    [Fact]
    public void A_large_body_is_cut()
    {
        var exchange = SampleRuns.Exchange("getDevices", 200, $"{{\"a\":\"{new string('b', 100_000)}\"}}");
        var result =
            SampleRuns.Result("A", ScenarioOutcome.Failed) with { Exception = new ViolationException(new Violation("a", "b", exchange)) };

        Build(result).Scenarios[0].Violations[0].Exchange!.ResponseBody.Should().HaveLength(65_536
            + "... (100008 characters in all)".Length).And.EndWith("b... (100008 characters in all)");
    }

    private static RunReport Build(params ScenarioResult[] results) => RunReportBuilder.Build(SampleRuns.Input(results));
}
