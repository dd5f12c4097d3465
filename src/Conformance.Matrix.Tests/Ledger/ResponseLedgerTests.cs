using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Ledger;

/// <summary>What a run saw of every kind of response.</summary>
public sealed class ResponseLedgerTests
{
    private readonly ResponseLedger _ledger = new();

    [Fact]
    public void Answers_are_counted_by_operation_and_status()
    {
        _ledger.Add(Bench.Exchange("getDevice", 200, "{}"), Bench.Newest);
        _ledger.Add(Bench.Exchange("getDevice", 200, "{}"), Bench.Newest);
        _ledger.Add(Bench.Exchange("getDevice", 404, "{}"), Bench.Newest);
        _ledger.Add(Bench.Exchange("getDevice", 418, "{}"), Bench.Newest);
        _ledger.Add(Bench.Exchange("deleteDevice", 401, "{}"), Bench.Newest);
        _ledger.Add(Bench.Exchange(null, 200, "{}"), Bench.Newest);
        _ledger.Add(Bench.Exchange("login", 200, "{}") with { Response = null, TransportFailure = "x" }, Bench.Newest);
        _ledger.Entries.Select(entry => (entry.OperationId, entry.Status, entry.Documented, entry.Count)).Should().Equal(
            ("deleteDevice", 401, true, 1), ("getDevice", 200, true, 2), ("getDevice", 404, true, 1), ("getDevice", 418, false, 1),
            ("unknownEndpoint", 200, false, 1));
        _ledger.OperationsSeen.Should().Equal("deleteDevice", "getDevice", "login");
        _ledger.ResponsesSeen.Should().BeEquivalentTo([("deleteDevice", "401"), ("getDevice", "200"), ("getDevice", "404")]);
    }

    [Fact]
    public void Responses_outside_the_manifest_go_under_few_names()
    {
        _ledger.Add(Bench.Exchange(null, 200, "", method: "OPTIONS"), Bench.Newest);
        _ledger.Add(Bench.Exchange(null, 404, "{}", path: "/_matrix/client/v3/made/up"), Bench.Newest);
        _ledger.Add(Bench.Exchange(null, 404, "{}", path: "/_matrix/client/v3/other"), Bench.Newest);
        _ledger.Add(Bench.Exchange(null, 200, "<html>", path: "/_synapse/client/page"), Bench.Newest);

        _ledger.Entries.Select(entry => (entry.OperationId, entry.Status, entry.Count)).Should().Equal(
            ("page", 200, 1), ("preflight", 200, 1), ("unknownEndpoint", 404, 2));
        _ledger.OperationsSeen.Should().BeEmpty();
    }

    [Fact]
    public void A_server_that_makes_up_members_gives_no_end_of_findings_and_few_are_kept()
    {
        for (var number = 0; number < 500; number++)
            _ledger.Add(Bench.Exchange("getDevices", 200, "{}") with { Findings = [Finding($"/made_up_{number}x", "1")] }, Bench.Newest);

        _ledger.Entries.Single().Findings.Should().HaveCount(100);
        _ledger.Entries.Single().Count.Should().Be(500);
    }

    [Fact]
    public void A_finding_is_kept_once_with_its_first_example_wherever_in_a_list_it_is()
    {
        var first = Bench.Exchange(
            "getDevices", 200, "{}") with
        { Findings = [Finding("/devices/0/device_id", "1"), Finding("/devices/3/device_id", "2")] };
        _ledger.Add(first, Bench.Newest);
        _ledger.Add(
            Bench.Exchange("getDevices", 200, "{}") with { Findings = [Finding("/devices/1/device_id", "3"), Finding("/devices", "4")] },
            Bench.Newest);
        var findings = _ledger.Entries.Single().Findings;
        findings.Select(finding => (finding.Finding.Pointer, finding.Finding.Actual, finding.Count))
            .Should().Equal(("/devices/0/device_id", "1", 3), ("/devices", "4", 1));
        findings[0].Example.Should().BeSameAs(first);
    }

    [Theory]
    [InlineData("/devices/0", "/devices/12", true)]
    [InlineData("/devices/0 as the schema has it", "/devices/12 as the schema has it", true)]
    [InlineData("/devices/0/name", "/devices/12/name", true)]
    [InlineData("/3pids", "/4pids", false)]
    [InlineData("/one_time_keys/a1", "/one_time_keys/a2", false)]
    [InlineData("200", "201", false)]
    public void What_differs_in_the_elements_of_arrays_alone_is_one_finding(string first, string second, bool same)
    {
        _ledger.Add(Bench.Exchange("getDevices", 200, "{}") with { Findings = [Finding(first, "1"), Finding(second, "1")] }, Bench.Newest);
        _ledger.Add(
            Bench.Exchange("login", 200, "{}") with
            {
                Findings =
                [Finding("", "1") with { Expected = first }, Finding("", "1") with { Expected = second }]
            }, Bench.Newest);
        _ledger.Entries.Select(entry => entry.Findings.Count).Should().Equal(same ? [1, 1] : [2, 2]);
    }

    [Fact]
    public void What_is_wrong_in_another_way_is_another_finding()
    {
        foreach (var actual in (string[])["null", "{}", "{\"a\":1}", "\"x\"", "\"y\""])
            _ledger.Add(Bench.Exchange("getDevices", 200, "{}") with { Findings = [Finding("/devices/0/display_name", actual)] }, Bench.Newest);

        _ledger.Entries.Single().Findings.Select(finding => (finding.Finding.Actual, finding.Count))
            .Should().Equal(("null", 1), ("{}", 2), ("\"x\"", 2));
    }

    [Fact]
    public void Many_scenarios_may_add_at_once()
    {
        Parallel.For(
            0, 1000, _ => _ledger.Add(Bench.Exchange("getDevice", 200, "{}") with { Findings = [Finding("/x", "1")] }, Bench.Newest));
        _ledger.Entries.Single().Count.Should().Be(1000);
        _ledger.Entries.Single().Findings.Single().Count.Should().Be(1000);
    }

    [Fact]
    public void The_answers_together_exercise_the_schema_of_a_documented_response()
    {
        var ledger = new ResponseLedger(Bench.Specification);
        ledger.Add(Bench.Exchange("getDevices", 200, """{"devices":[{"device_id":"A"},{"device_id":"B","display_name":"b"}],"more":1}"""),
            Bench.Newest);
        ledger.Add(Bench.Exchange("getDevices", 200, """{"devices":[{"device_id":"A","last_seen_ts":1}]}"""), Bench.Newest);
        ledger.Add(Bench.Exchange("getPresence", 200, """{"presence":"online"}"""), Bench.Newest);
        ledger.Add(Bench.Exchange("getDevices", 200, "no JSON"), Bench.Newest);
        ledger.Add(Bench.Exchange("getDevices", 418, """{"devices":[{"last_seen_ip":"1"}]}"""), Bench.Newest);
        ledger.Add(Bench.Exchange("getDevices", 200, "{}") with { Response = null, TransportFailure = "x" }, Bench.Newest);

        var entries = ledger.Entries;
        entries.Select(entry => (entry.OperationId, entry.Status, entry.DocumentedAs)).Should().Equal(
            ("getDevices", 200, "200"), ("getDevices", 418, null), ("getPresence", 200, "200"));
        entries[0].Coverage.Should().BeEquivalentTo(new SchemaCoverage(
            new PlaceCoverage(["/devices", "/devices/*", "/devices/*/device_id", "/devices/*/display_name", "/devices/*/last_seen_ts"],
                ["/devices/*/last_seen_ip"]),
            new PlaceCoverage([], [])));
        entries[1].Coverage.Should().BeNull();
        entries[2].Coverage!.Branches.Should().BeEquivalentTo(
            new PlaceCoverage(["/presence enum \"online\""], ["/presence enum \"offline\"", "/presence enum \"unavailable\""]));
    }

    [Fact]
    public void Statuses_that_are_documented_together_are_covered_together()
    {
        var ledger = new ResponseLedger(Bench.Specification);
        var operation = Bench.Specification.GetOperation("getDevices");
        operation = operation with { Responses = [operation.ResponseFor(200)! with { Status = "2XX" }] };
        ledger.Add(Bench.Exchange("getDevices", 200, """{"devices":[]}""") with { Operation = operation }, Bench.Newest);
        ledger.Add(Bench.Exchange("getDevices", 202, """{"devices":[{"device_id":"A"}]}""") with { Operation = operation }, Bench.Newest);

        ledger.Entries.Select(entry => (entry.Status, entry.DocumentedAs, string.Join(' ', entry.Coverage!.Members.Seen))).Should().Equal(
            (200, "2XX", "/devices /devices/* /devices/*/device_id"), (202, "2XX", "/devices /devices/* /devices/*/device_id"));
    }

    [Fact]
    public void Only_a_ledger_with_a_specification_looks_into_answers()
    {
        _ledger.Add(Bench.Exchange("getDevices", 200, """{"devices":[]}"""), Bench.Newest);
        _ledger.Entries.Single().Coverage.Should().BeNull();
    }

    [Fact]
    public void Many_scenarios_may_exercise_a_schema_at_once()
    {
        string[] bodies = ["""{"devices":[]}""", """{"devices":[{"device_id":"A"}]}""", """{"devices":[{"display_name":"A"}]}""",
            """{"devices":[{"last_seen_ip":"A"}]}""", """{"devices":[{"last_seen_ts":1}]}"""];
        var ledger = new ResponseLedger(Bench.Specification);
        Parallel.For(0, 1000, number => ledger.Add(Bench.Exchange("getDevices", 200, bodies[number % bodies.Length]), Bench.Newest));
        ledger.Entries.Single().Coverage!.Members.Unseen.Should().BeEmpty();
    }

    private static Finding Finding(string pointer, string actual) =>
        new(FindingKind.Schema, FindingSeverity.Violation, pointer, "a string", actual, "x");
}
