using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>A violation refers to the request that did it, and not only to the one that showed it.</summary>
public sealed class DecisiveExchangeTests
{
    private readonly ScenarioRecord _record = new();

    [Fact]
    public void A_look_afterwards_shows_what_the_subject_did()
    {
        Add(ExchangeRole.SetUp, "register");
        var deletion = Add(ExchangeRole.Subject, "deleteDevice");
        var look = Add(ExchangeRole.Observation, "getDevices");

        Of(look).Should().BeSameAs(deletion);
    }

    [Fact]
    public void A_login_with_the_old_password_shows_what_the_change_did()
    {
        Add(ExchangeRole.SetUp, "register");
        var change = Add(ExchangeRole.Subject, "changePassword");
        var login = Add(ExchangeRole.Subject, "login");

        Of(login).Should().BeSameAs(change);
    }

    [Fact]
    public void What_was_done_twice_shows_what_the_first_time_did()
    {
        var first = Add(ExchangeRole.Subject, "refresh");
        var second = Add(ExchangeRole.Subject, "refresh");

        Of(second).Should().BeSameAs(first);
    }

    [Fact]
    public void An_answer_that_is_wrong_in_itself_stands_alone()
    {
        Add(ExchangeRole.SetUp, "register");
        Add(ExchangeRole.SetUp, "postPusher");

        Of(Add(ExchangeRole.Subject, "deleteDevice")).Should().BeNull();
    }

    [Fact]
    public void The_calls_of_one_step_did_nothing_to_each_other()
    {
        var step = new StepMark("When deleteDevice is called with a body that is not JSON");
        Add(ExchangeRole.Subject, "deleteDevice", step: step);

        Of(Add(ExchangeRole.Subject, "deleteDevice", step: step)).Should().BeNull();
    }

    [Fact]
    public void The_beginning_of_a_call_in_two_steps_is_part_of_it()
    {
        Add(ExchangeRole.Subject, "deleteDevice", 401, """{"flows":[{"stages":["m.login.password"]}],"session":"s"}""");

        Of(Add(ExchangeRole.Subject, "deleteDevice", 403)).Should().BeNull();
    }

    [Fact]
    public void A_request_that_was_refused_may_have_done_it_all_the_same()
    {
        var refused = Add(ExchangeRole.Subject, "deleteDevice", 403);

        Of(Add(ExchangeRole.Observation, "getDevices")).Should().BeSameAs(refused);
    }

    [Fact]
    public void A_look_that_the_scenario_is_about_shows_what_the_set_up_did()
    {
        Add(ExchangeRole.SetUp, "register");
        var rename = Add(ExchangeRole.SetUp, "updateDevice");
        Add(ExchangeRole.SetUp, "login");

        Of(Add(ExchangeRole.Subject, "getDevice")).Should().BeSameAs(rename);
    }

    [Fact]
    public void A_look_at_what_nobody_has_changed_stands_alone()
    {
        Add(ExchangeRole.SetUp, "register");
        Add(ExchangeRole.SetUp, "getDevices");

        Of(Add(ExchangeRole.Subject, "getDevice")).Should().BeNull();
    }

    [Fact]
    public void What_no_exchange_shows_was_done_by_the_last_request()
    {
        var request = Add(ExchangeRole.Subject, "requestTokenTo3PIDEmail");
        _record.Add(SampleRuns.Exchange("getDevices", 200, "") with { IsOfCompanion = true });

        Of(null).Should().BeSameAs(request);
    }

    [Fact]
    public void Another_record_of_the_same_exchange_will_do()
    {
        var deletion = Add(ExchangeRole.Subject, "deleteDevice");
        var look = Add(ExchangeRole.Subject, "getDevices");
        Add(ExchangeRole.Subject, "deleteDevice");

        Of(look with { Step = null }).Should().BeSameAs(deletion);
    }

    private Exchange? Of(Exchange? shows) => DecisiveExchange.Of(new Violation("this", "that", shows), _record);

    private Exchange Add(ExchangeRole role, string operation, int status = 200, string body = "{}", StepMark? step = null)
    {
        var exchange = SampleRuns.Exchange(operation, status, body) with { Role = role, Step = step ?? new StepMark(operation) };
        _record.Add(exchange);
        return exchange;
    }
}
