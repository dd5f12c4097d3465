using Conformance.Matrix;
using Conformance.Matrix.Exchanges;
using FluentAssertions;
using Xunit;

namespace Conformance.Tests.Matrix;

/// <summary>What a run saw of every kind of response.</summary>
public sealed class ResponseLedgerTests
{
    private readonly ResponseLedger _ledger = new();

    [Fact]
    public void Answers_are_counted_by_operation_and_status()
    {
        _ledger.Add(Bench.Exchange("getDevice", 200, "{}"));
        _ledger.Add(Bench.Exchange("getDevice", 200, "{}"));
        _ledger.Add(Bench.Exchange("getDevice", 404, "{}"));
        _ledger.Add(Bench.Exchange("getDevice", 418, "{}"));
        _ledger.Add(Bench.Exchange("deleteDevice", 401, "{}"));
        _ledger.Add(Bench.Exchange(null, 200, "{}"));
        _ledger.Add(Bench.Exchange("login", 200, "{}") with { Response = null, TransportFailure = "x" });
        _ledger.Entries.Select(entry => (entry.OperationId, entry.Status, entry.Documented, entry.Count)).Should().Equal(
            ("deleteDevice", 401, true, 1), ("getDevice", 200, true, 2), ("getDevice", 404, true, 1), ("getDevice", 418, false, 1));
        _ledger.OperationsSeen.Should().Equal("deleteDevice", "getDevice", "login");
        _ledger.ResponsesSeen.Should().BeEquivalentTo([("deleteDevice", "401"), ("getDevice", "200"), ("getDevice", "404")]);
    }

    [Fact]
    public void A_finding_is_kept_once_with_its_first_example_wherever_in_a_list_it_is()
    {
        var first = Bench.Exchange("getDevices", 200, "{}") with { Findings = [Finding("/devices/0/device_id", "1"), Finding("/devices/3/device_id", "2")] };
        _ledger.Add(first);
        _ledger.Add(Bench.Exchange("getDevices", 200, "{}") with { Findings = [Finding("/devices/1/device_id", "3"), Finding("/devices", "4")] });
        var findings = _ledger.Entries.Single().Findings;
        findings.Select(finding => (finding.Finding.Pointer, finding.Finding.Actual, finding.Count)).Should().Equal(("/devices/0/device_id", "1", 3), ("/devices", "4", 1));
        findings[0].Example.Should().BeSameAs(first);
    }

    [Fact]
    public void Many_scenarios_may_add_at_once()
    {
        Parallel.For(0, 1000, _ => _ledger.Add(Bench.Exchange("getDevice", 200, "{}") with { Findings = [Finding("/x", "1")] }));
        _ledger.Entries.Single().Count.Should().Be(1000);
        _ledger.Entries.Single().Findings.Single().Count.Should().Be(1000);
    }

    private static Finding Finding(string pointer, string actual) => new(FindingKind.Schema, FindingSeverity.Violation, pointer, "a string", actual, "x");
}
