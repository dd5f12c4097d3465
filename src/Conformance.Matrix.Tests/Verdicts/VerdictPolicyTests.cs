using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Verdicts;

/// <summary>What happened in a scenario becomes a verdict.</summary>
public sealed class VerdictPolicyTests
{
    private static readonly Violation Broken = new("200", "500", null);

    [Theory]
    [InlineData(ScenarioEndKind.Completed, Verdict.Pass)]
    [InlineData(ScenarioEndKind.Skipped, Verdict.Skip)]
    [InlineData(ScenarioEndKind.Cancelled, Verdict.Skip)]
    [InlineData(ScenarioEndKind.NotBound, Verdict.Error)]
    [InlineData(ScenarioEndKind.TimedOut, Verdict.Error)]
    [InlineData(ScenarioEndKind.Threw, Verdict.Error)]
    public void Without_a_violation(ScenarioEndKind kind, Verdict verdict)
    {
        VerdictPolicy.Decide(new ScenarioRecord(), new ScenarioEnd(kind, new InvalidOperationException()), strict: false)
            .Should().Be(verdict);
        VerdictPolicy.Decide(null, new ScenarioEnd(kind), strict: true).Should().Be(verdict);
    }

    [Fact]
    public void An_unmet_need_skips_whatever_else_happened() =>
        VerdictPolicy.Decide(new ScenarioRecord { UnmetNeeds = [Need.GuestAccess] },
            new ScenarioEnd(ScenarioEndKind.Threw, new InvalidOperationException()), true).Should().Be(Verdict.Skip);

    [Fact]
    public void An_error_of_the_suite_is_no_failure_of_the_server() =>
        VerdictPolicy.Decide(new ScenarioRecord(), new ScenarioEnd(ScenarioEndKind.Threw, new SuiteErrorException(new Problem("x"))), true)
            .Should().Be(Verdict.Error);

    [Theory]
    [InlineData(RequirementLevel.Must, RequirementBasis.Explicit, false, Verdict.Fail)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Lowercase, false, Verdict.Fail)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Indicative, false, Verdict.Fail)]
    [InlineData(RequirementLevel.Schema, RequirementBasis.Schema, false, Verdict.Fail)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Derived, false, Verdict.Warn)]
    [InlineData(RequirementLevel.Should, RequirementBasis.Explicit, false, Verdict.Warn)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Derived, true, Verdict.Fail)]
    [InlineData(RequirementLevel.Should, RequirementBasis.Explicit, true, Verdict.Fail)]
    public void A_violation_weighs_what_its_requirement_weighs(RequirementLevel level, RequirementBasis basis, bool strict, Verdict verdict)
    {
        var record = new ScenarioRecord { Requirements = [Requirement(level, basis)] };
        VerdictPolicy.Decide(record, new ScenarioEnd(ScenarioEndKind.Threw, new ViolationException(Broken)), strict).Should().Be(verdict);
        record.Add(Broken);
        VerdictPolicy.Decide(record, new ScenarioEnd(ScenarioEndKind.Skipped), strict).Should().Be(verdict);
        VerdictPolicy.Decide(record, new ScenarioEnd(ScenarioEndKind.Completed), strict).Should().Be(verdict);
    }

    [Fact]
    public void A_server_that_hangs_fails_and_a_suite_that_does_errs()
    {
        VerdictPolicy.Decide(new ScenarioRecord { CallUnderWay = "getDevices by Alice" }, new ScenarioEnd(ScenarioEndKind.TimedOut), false)
            .Should().Be(Verdict.Fail);
        VerdictPolicy.Decide(new ScenarioRecord(), new ScenarioEnd(ScenarioEndKind.TimedOut), false).Should().Be(Verdict.Error);
    }

    [Theory]
    [InlineData(FindingSeverity.Note, false, Verdict.Pass)]
    [InlineData(FindingSeverity.Warning, false, Verdict.Warn)]
    [InlineData(FindingSeverity.Warning, true, Verdict.Fail)]
    [InlineData(FindingSeverity.Violation, false, Verdict.Fail)]
    public void A_response_weighs_what_its_worst_finding_weighs(FindingSeverity severity, bool strict, Verdict verdict)
    {
        Finding[] findings =
            [new(FindingKind.Cors, FindingSeverity.Note, "", "", "", ""), new(FindingKind.Schema, severity, "", "", "", "")];
        VerdictPolicy.Decide(findings, strict).Should().Be(verdict);
        VerdictPolicy.Decide([], strict).Should().Be(Verdict.Pass);
    }

    private static Requirement Requirement(RequirementLevel level, RequirementBasis basis) => new()
    {
        Id = "DEV-1",
        Level = level,
        Basis = basis,
        Endpoint = "*",
        Clause = new Clause("a", "b", "c"),
        Text = "x",
        Observe = "y",
        Testable = Testability.Yes,
        Chapter = "devices",
    };
}
