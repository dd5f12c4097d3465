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
    [InlineData(ScenarioEndKind.TimedOut, Verdict.NotChecked)]
    [InlineData(ScenarioEndKind.Threw, Verdict.Error)]
    public void Without_a_violation(ScenarioEndKind kind, Verdict verdict)
    {
        VerdictPolicy.Decide(new ScenarioRecord(), new ScenarioEnd(kind, new InvalidOperationException()), Strictness.Normal)
            .Should().Be(verdict);
        VerdictPolicy.Decide(null, new ScenarioEnd(kind), Strictness.Strict).Should().Be(verdict);
    }

    [Fact]
    public void An_unmet_need_skips_whatever_else_happened() =>
        VerdictPolicy.Decide(new ScenarioRecord { UnmetNeeds = [Need.GuestAccess] },
            new ScenarioEnd(ScenarioEndKind.Threw, new InvalidOperationException()), Strictness.Strict).Should().Be(Verdict.Skip);

    [Fact]
    public void An_error_of_the_suite_is_no_failure_of_the_server() =>
        VerdictPolicy.Decide(
            new ScenarioRecord(), new ScenarioEnd(ScenarioEndKind.Threw, new SuiteErrorException(new Problem("x"))), Strictness.Strict)
            .Should().Be(Verdict.Error);

    [Theory]
    [InlineData(RequirementLevel.Must, RequirementBasis.Explicit, RequirementStake.Form, Verdict.Fail, Verdict.Fail)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Lowercase, RequirementStake.Form, Verdict.Fail, Verdict.Fail)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Indicative, RequirementStake.Form, Verdict.Fail, Verdict.Fail)]
    [InlineData(RequirementLevel.Schema, RequirementBasis.Schema, RequirementStake.Form, Verdict.Fail, Verdict.Fail)]
    [InlineData(RequirementLevel.Should, RequirementBasis.Explicit, RequirementStake.Account, Verdict.Warn, Verdict.Warn)]
    [InlineData(RequirementLevel.May, RequirementBasis.Explicit, RequirementStake.Data, Verdict.Warn, Verdict.Warn)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Derived, RequirementStake.Account, Verdict.Fail, Verdict.Warn)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Derived, RequirementStake.Data, Verdict.Fail, Verdict.Warn)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Derived, RequirementStake.Service, Verdict.Warn, Verdict.Warn)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Derived, RequirementStake.Behaviour, Verdict.Warn, Verdict.Warn)]
    [InlineData(RequirementLevel.Must, RequirementBasis.Derived, RequirementStake.Form, Verdict.Warn, Verdict.Warn)]
    public void A_violation_weighs_what_its_requirement_weighs(
        RequirementLevel level, RequirementBasis basis, RequirementStake stake, Verdict verdict, Verdict lenient)
    {
        var requirement = Requirement(level, basis) with { Stake = stake };

        Weigh(requirement, Strictness.Normal).Should().AllBeEquivalentTo(verdict);
        Weigh(requirement, Strictness.Lenient).Should().AllBeEquivalentTo(lenient);
        Weigh(requirement, Strictness.Strict).Should().AllBeEquivalentTo(Verdict.Fail);
    }

    [Fact]
    public void What_the_text_leaves_open_warns_whatever_is_at_stake()
    {
        var requirement = Requirement(RequirementLevel.Must, RequirementBasis.Explicit) with
        {
            Stake = RequirementStake.Account,
            Open = "The text is silent.",
        };

        Weigh(requirement, Strictness.Normal).Should().AllBeEquivalentTo(Verdict.Warn);
        Weigh(requirement, Strictness.Strict).Should().AllBeEquivalentTo(Verdict.Fail);
    }

    [Theory]
    [InlineData(499, Verdict.Warn)]
    [InlineData(500, Verdict.Fail)]
    public void An_answer_of_500_fails_whatever_the_scenario_was_about(int status, Verdict verdict)
    {
        var requirement = Requirement(RequirementLevel.May, RequirementBasis.Derived) with { Open = "The text is silent." };
        var broken = new Violation("200", $"{status}", Answered(status));

        Weigh(requirement, Strictness.Lenient, broken).Should().AllBeEquivalentTo(verdict);
    }

    [Fact]
    public void Slowness_is_not_a_violation() =>
        VerdictPolicy.Decide(
            new ScenarioRecord { CallUnderWay = "getDevices by Alice" }, new ScenarioEnd(ScenarioEndKind.TimedOut), Strictness.Strict)
            .Should().Be(Verdict.NotChecked);

    [Fact]
    public void What_was_found_before_the_time_was_up_is_found()
    {
        var record = new ScenarioRecord();
        record.Add(Broken);
        VerdictPolicy.Decide(record, new ScenarioEnd(ScenarioEndKind.TimedOut), Strictness.Normal).Should().Be(Verdict.Fail);
    }

    [Theory]
    [InlineData(FindingSeverity.Note, Strictness.Normal, Verdict.Pass)]
    [InlineData(FindingSeverity.Warning, Strictness.Lenient, Verdict.Warn)]
    [InlineData(FindingSeverity.Warning, Strictness.Strict, Verdict.Fail)]
    [InlineData(FindingSeverity.Violation, Strictness.Normal, Verdict.Fail)]
    public void A_response_weighs_what_its_worst_finding_weighs(FindingSeverity severity, Strictness strictness, Verdict verdict)
    {
        Finding[] findings =
            [new(FindingKind.Cors, FindingSeverity.Note, "", "", "", ""), new(FindingKind.Schema, severity, "", "", "", "")];
        VerdictPolicy.Decide(findings, strictness).Should().Be(verdict);
        VerdictPolicy.Decide([], strictness).Should().Be(Verdict.Pass);
    }

    private static IEnumerable<Verdict> Weigh(Requirement requirement, Strictness strictness, Violation? seen = null)
    {
        var violation = seen ?? Broken;
        var record = new ScenarioRecord { Requirements = [requirement] };
        yield return VerdictPolicy.Decide(
            record, new ScenarioEnd(ScenarioEndKind.Threw, new ViolationException(violation)), strictness);
        record.Add(violation);
        yield return VerdictPolicy.Decide(record, new ScenarioEnd(ScenarioEndKind.Skipped), strictness);
        yield return VerdictPolicy.Decide(record, new ScenarioEnd(ScenarioEndKind.Completed), strictness);
    }

    private static Exchange Answered(int status) => new()
    {
        Role = ExchangeRole.Subject,
        Caller = "Alice",
        Request = new RecordedRequest("GET", new Uri("http://localhost:8008/"), [], default),
        Response = new RecordedResponse(status, [], default),
        Duration = TimeSpan.Zero,
    };

    private static Requirement Requirement(RequirementLevel level, RequirementBasis basis) => new()
    {
        Id = "DEV-1",
        Level = level,
        Basis = basis,
        Stake = RequirementStake.Form,
        Endpoint = "*",
        Clause = new Clause("a", "b", "c"),
        Text = "x",
        Observe = "y",
        Testable = Testability.Yes,
        Chapter = "devices",
    };
}
