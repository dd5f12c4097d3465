using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Judging;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Redaction;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Ledger;

/// <summary>A 5xx is a violation if it comes again when a scenario is tried alone.</summary>
public sealed class ServerErrorsInLedgerTests
{
    private readonly ResponseLedger _ledger = new();
    private readonly Judge _judge = new(Bench.Specification, Bench.Newest, new Redactor());

    [Fact]
    public void One_that_did_not_come_again_is_a_note_with_its_number()
    {
        Answer(200, times: 3);
        Answer(500, times: 2);
        Answer(200, isAlone: true);

        Entry(500).CameAgain.Should().BeFalse();
        Entry(500).Findings.Single().Finding.Should().Match<Finding>(finding =>
            finding.Kind == FindingKind.ServerError && finding.Severity == FindingSeverity.Note
            && finding.Message == "getDevices answered 500 2 times of 6, and not again when tried alone.");
        Entry(500).Findings.Single().Count.Should().Be(2);
    }

    [Fact]
    public void One_that_came_again_is_a_violation()
    {
        Answer(500);
        Answer(500, isAlone: true);

        Entry(500).CameAgain.Should().BeTrue();
        Entry(500).Findings.Single().Finding.Should().Match<Finding>(finding =>
            finding.Severity == FindingSeverity.Violation && finding.Message == "getDevices 500: the server failed to handle the request.");
    }

    [Fact]
    public void Another_status_is_another_error()
    {
        Answer(500);
        Answer(503, isAlone: true);

        Entry(500).CameAgain.Should().BeFalse();
        Entry(503).CameAgain.Should().BeTrue();
    }

    [Fact]
    public void Where_a_run_ended_early_nobody_says_that_it_was_tried()
    {
        Answer(500);

        Entry(500).Findings.Single().Finding.Message.Should().Be("getDevices answered 500 1 time of 1, and was not tried alone.");
    }

    [Fact]
    public void All_that_its_answer_lacks_is_a_note_too()
    {
        _ledger.Add(_judge.Examine(Bench.Exchange("getDevices", 502, "<html>", headers: [])), Bench.Newest);

        Entry(502).Findings.Should().HaveCountGreaterThan(1)
            .And.OnlyContain(found => found.Finding.Severity == FindingSeverity.Note);
    }

    [Fact]
    public void Only_a_5xx_that_is_not_documented_may_come_again()
    {
        Answer(200);
        _ledger.Add(_judge.Examine(Bench.Exchange("getContent", 504, "{}")), Bench.Newest);

        _ledger.Entries.Should().OnlyContain(entry => entry.CameAgain == null);
        _ledger.Entries.Single(entry => entry.Status == 504).Findings
            .Should().Contain(found => found.Finding.Severity == FindingSeverity.Violation, "it has a schema");
    }

    private ResponseEntry Entry(int status) => _ledger.Entries.Single(entry => entry.Status == status);

    private void Answer(int status, int times = 1, bool isAlone = false)
    {
        var body = status == 200 ? """{"devices":[]}""" : """{"errcode":"M_UNKNOWN","error":"The database is locked."}""";
        for (var time = 0; time < times; time++)
            _ledger.Add(_judge.Examine(Bench.Exchange("getDevices", status, body)), Bench.Newest, isAlone);
    }
}
