using System.Text;
using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Spec;
using FluentAssertions;
using Xunit;

namespace Conformance.Matrix.Tests.Verdicts;

/// <summary>A scenario decides nothing where time, the wire or its set-up ended it.</summary>
public sealed class UndecidedTests
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_violation_in_set_up_is_not_what_the_scenario_is_about()
    {
        var violation = new Violation("register succeeds", "500", Call(ExchangeRole.SetUp, Noon, 500, "{}"));
        Why(Threw(violation)).Should().Be("set-up: register succeeds, but it was 500");
        Why(Threw(violation with { Expected = "set-up: register succeeds" })).Should().Be("set-up: register succeeds, but it was 500");
        Why(Threw(violation with { Exchange = Call(ExchangeRole.Subject, Noon, 500, "{}"), IsOfSetUp = false })).Should().BeNull();
    }

    [Fact]
    public void What_a_given_step_throws_is_of_the_set_up_and_what_another_throws_is_not()
    {
        var violation = new ViolationException(new Violation("a flow", "none", null));
        Why(new ScenarioEnd(ScenarioEndKind.Threw, violation, IsInSetUp: true)).Should().Be("set-up: a flow, but it was none");
        Why(new ScenarioEnd(ScenarioEndKind.Threw, violation)).Should().BeNull();
    }

    [Fact]
    public void A_warning_in_set_up_is_none()
    {
        var record = new ScenarioRecord();
        record.Add(new Violation("200", "500", null) { IsOfSetUp = true });
        Why(new ScenarioEnd(ScenarioEndKind.Skipped), record).Should().Be("set-up: 200, but it was 500");
    }

    [Fact]
    public void One_violation_that_decides_is_enough()
    {
        var record = new ScenarioRecord();
        record.Add(new Violation("200", "500", null) { IsOfSetUp = true });
        record.Add(new Violation("200", "202", null));
        Why(new ScenarioEnd(ScenarioEndKind.Skipped), record).Should().BeNull();
    }

    [Theory]
    [InlineData(ExchangeRole.SetUp, true)]
    [InlineData(ExchangeRole.Subject, true)]
    [InlineData(ExchangeRole.Observation, true)]
    [InlineData(ExchangeRole.CleanUp, false)]
    public void After_a_call_without_an_answer_nothing_can_be_said(ExchangeRole role, bool isUndecided)
    {
        var record = new ScenarioRecord();
        record.Add(Call(role, Noon, 200, "{}") with { Response = null, WhyUndecided = "example.org did not answer within 30 s." });
        var expected = isUndecided ? "GET /x: example.org did not answer within 30 s" : null;
        Why(Threw(new Violation("a device", "none", null)), record).Should().Be(expected);
        Why(new ScenarioEnd(ScenarioEndKind.Threw, new InvalidOperationException()), record).Should().Be(expected);
        Why(new ScenarioEnd(ScenarioEndKind.Completed), record).Should().BeNull("it has met its expectations all the same");
    }

    [Fact]
    public void An_answer_that_is_not_HTTP_decides()
    {
        var record = new ScenarioRecord();
        record.Add(Call(ExchangeRole.Subject, Noon, 200, "{}") with { Response = null, TransportFailure = "It is not HTTP." });
        Why(Threw(new Violation("200", "no answer", null)), record).Should().BeNull();
    }

    [Fact]
    public void A_time_that_was_up_names_the_call_that_was_waited_for()
    {
        Why(new ScenarioEnd(ScenarioEndKind.TimedOut), new ScenarioRecord { CallUnderWay = "getDevices by Alice" })
            .Should().Be("its time was up before getDevices by Alice was answered");
        Why(new ScenarioEnd(ScenarioEndKind.TimedOut)).Should().Be("its time was up");
    }

    [Fact]
    public void A_reason_that_is_thrown_is_taken_over_and_a_need_comes_first()
    {
        var end = new ScenarioEnd(ScenarioEndKind.Threw, new NotCheckedException("no mail came"));
        Why(end).Should().Be("no mail came");
        Why(end, new ScenarioRecord { UnmetNeeds = [Need.GuestAccess] }).Should().BeNull();
        Why(new ScenarioEnd(ScenarioEndKind.NotBound, new InvalidOperationException())).Should().BeNull();
        Why(new ScenarioEnd(ScenarioEndKind.Cancelled)).Should().BeNull();
    }

    [Theory]
    [InlineData(2.4, false)]
    [InlineData(2.5, true)]
    [InlineData(9, true)]
    public void A_token_that_may_have_expired_on_the_way_decides_nothing(double answeredAfter, bool isUndecided)
    {
        // Asked for half a second before noon, so that it may have been issued then.
        var record = new ScenarioRecord();
        record.Add(Call(ExchangeRole.SetUp, Noon, 200, """{"access_token":"short-lived","expires_in_ms":3000}""") with
        {
            Duration = TimeSpan.FromSeconds(0.5),
        });
        var refused = Call(ExchangeRole.Subject, Noon.AddSeconds(answeredAfter), 401, "{}", "short-lived");
        Why(Threw(new Violation("200", "401", refused)), record)
            .Should().Be(isUndecided ? "the token of Alice lives 3 s and had expired when the request was answered" : null);
    }

    [Fact]
    public void A_token_whose_end_the_scenario_waited_for_decides()
    {
        var record = new ScenarioRecord();
        record.Add(Call(ExchangeRole.SetUp, Noon, 200, """{"access_token":"short-lived","expires_in_ms":3000}"""));
        record.WaitsFor("short-lived");
        var refused = Call(ExchangeRole.Subject, Noon.AddSeconds(4), 401, "{}", "short-lived");
        Why(Threw(new Violation("soft_logout is true", "it is absent", refused)), record).Should().BeNull();
    }

    [Fact]
    public void Another_token_and_an_answer_that_is_no_refusal_decide()
    {
        var record = new ScenarioRecord();
        record.Add(Call(ExchangeRole.SetUp, Noon, 200, """{"access_token":"short-lived","expires_in_ms":3000}"""));
        var late = Noon.AddSeconds(4);
        Why(Threw(new Violation("200", "401", Call(ExchangeRole.Subject, late, 401, "{}", "another"))), record).Should().BeNull();
        Why(Threw(new Violation("401", "200", Call(ExchangeRole.Subject, late, 200, "{}", "short-lived"))), record).Should().BeNull();
    }

    [Fact]
    public void A_login_token_in_a_body_is_a_token_too()
    {
        var record = new ScenarioRecord();
        record.Add(Call(ExchangeRole.SetUp, Noon, 200, """{"login_token":"short-lived","expires_in_ms":3000}"""));
        var refused = Call(ExchangeRole.Subject, Noon.AddSeconds(4), 403, "{}") with
        {
            Request = new RecordedRequest("POST", new Uri("http://localhost/login"), [], """{"token":"short-lived"}"""u8.ToArray()),
        };
        Why(Threw(new Violation("200", "403", refused)), record).Should().Contain("lives 3 s");
    }

    [Theory]
    [InlineData(ExchangeRole.SetUp, true)]
    [InlineData(ExchangeRole.Observation, true)]
    [InlineData(ExchangeRole.Subject, false)]
    [InlineData(ExchangeRole.CleanUp, false)]
    public void What_is_seen_after_a_5xx_of_another_call_decides_nothing(ExchangeRole role, bool isUndecided)
    {
        var record = new ScenarioRecord();
        record.Add(Broken(role, Noon));
        var expected = isUndecided ? "GET /x was answered 500" : null;
        Why(Threw(new Violation("401", "200", Call(ExchangeRole.Subject, Noon, 200, "{}"))), record).Should().Be(expected);
        Why(Threw(new Violation("a device", "none", null)), record).Should().Be(expected);
        Why(new ScenarioEnd(ScenarioEndKind.Completed), record).Should().BeNull("it has met its expectations all the same");
    }

    [Fact]
    public void What_is_seen_before_a_5xx_decides()
    {
        var record = new ScenarioRecord();
        record.Add(Broken(ExchangeRole.Observation, Noon.AddSeconds(1)));
        Why(Threw(new Violation("401", "200", Call(ExchangeRole.Subject, Noon, 200, "{}"))), record).Should().BeNull();
    }

    [Fact]
    public void A_5xx_that_the_violation_shows_decides()
    {
        var record = new ScenarioRecord();
        record.Add(Broken(ExchangeRole.Observation, Noon));
        var shown = Broken(ExchangeRole.Observation, Noon);
        Why(Threw(new Violation("200", "500", shown)), record).Should().BeNull();
        Why(Threw(new Violation("200", "500", shown with { Role = ExchangeRole.SetUp })), record)
            .Should().Be("set-up: 200, but it was 500", "the set-up is not what the scenario is about");
    }

    [Fact]
    public void A_5xx_that_is_documented_is_an_answer_like_any_other()
    {
        var record = new ScenarioRecord();
        record.Add(Call(ExchangeRole.SetUp, Noon, 504, "{}"));
        Why(Threw(new Violation("401", "200", Call(ExchangeRole.Subject, Noon, 200, "{}"))), record).Should().BeNull();
    }

    private static Exchange Broken(ExchangeRole role, DateTimeOffset endedAt) => Call(role, endedAt, 500, "{}") with
    {
        Findings = [new Finding(FindingKind.ServerError, FindingSeverity.Violation, "", "an answer below 500", "500", "It broke.")],
    };

    private static string? Why(ScenarioEnd end, ScenarioRecord? record = null) => Undecided.Why(record, end);

    private static ScenarioEnd Threw(Violation violation) => new(ScenarioEndKind.Threw, new ViolationException(violation));

    private static Exchange Call(ExchangeRole role, DateTimeOffset endedAt, int status, string body, string token = "none") => new()
    {
        Role = role,
        Caller = "Alice",
        Request = new RecordedRequest("GET", new Uri("http://localhost/x"), [new("Authorization", $"Bearer {token}")], default),
        Response = new RecordedResponse(status, [], Encoding.UTF8.GetBytes(body)) { Json = JsonDocument.Parse(body).RootElement },
        Duration = TimeSpan.Zero,
        EndedAt = endedAt,
    };
}
