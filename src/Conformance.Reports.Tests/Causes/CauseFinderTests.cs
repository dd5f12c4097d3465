using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Model;
using Conformance.Spec;
using FluentAssertions;
using Xunit;
using static Conformance.Reports.Tests.Causes.SampleCauses;

namespace Conformance.Reports.Tests.Causes;

public sealed class CauseFinderTests
{
    private const string Absent = "404 M_UNRECOGNIZED";

    [Fact]
    public void A_missing_operation_is_one_cause_whatever_needed_it()
    {
        var causes = CauseFinder.Of(Run(
            [
                Answered("TOK-03", "add3PID", "401 M_MISSING_TOKEN", Absent),
                Answered("UIA-01", "add3PID", "a UIA challenge: 401 with the array flows", Absent),
                Answered("UIA-02", "bind3PID", "401", "405"),
            ],
            [Response("add3PID", 404)]));

        causes.Select(cause => (cause.Kind, cause.Title, cause.Scenarios.Count)).Should().Equal(
            (CauseKind.NotImplemented, "add3PID is not implemented: 404 M_UNRECOGNIZED", 2),
            (CauseKind.NotImplemented, "bind3PID is not implemented: 405", 1));
    }

    [Fact]
    public void An_operation_that_answers_otherwise_somewhere_is_implemented()
    {
        var causes = CauseFinder.Of(Run([Answered("DEV-06", "getDevice", "200", "404")], [Response("getDevice", 200)]));

        causes.Should().ContainSingle().Which.Kind.Should().Be(CauseKind.Deviation);
    }

    [Fact]
    public void A_404_for_a_thing_that_is_not_there_is_no_missing_operation() =>
        CauseFinder.Of(Run([Answered("DEV-06", "getDevice", "200", "404 M_NOT_FOUND")]))
            .Should().ContainSingle().Which.Kind.Should().Be(CauseKind.Deviation);

    [Fact]
    public void The_same_difference_of_a_requirement_is_one_cause_over_operations()
    {
        var causes = CauseFinder.Of(Run(
        [
            Answered("API-10", "login", "400 M_NOT_JSON", "400 M_BAD_JSON"),
            Answered("API-10", "register", "400 M_NOT_JSON", "400 M_BAD_JSON"),
            Answered("API-10", "changePassword", "400 M_NOT_JSON", "200"),
        ]));

        causes.Select(cause => cause.Title).Should().BeEquivalentTo(
            "login and register answer 400 M_BAD_JSON, expected 400 M_NOT_JSON",
            "changePassword answers 200, expected 400 M_NOT_JSON");
    }

    [Theory]
    [InlineData("401 M_UNKNOWN_TOKEN", "{}", 1)]
    [InlineData("401", "{\"refresh_token\":\"<token>\"}", 2)]
    [InlineData("200", "{}", 2)]
    public void The_same_refusal_of_an_operation_is_one_cause_where_the_same_is_due_to_the_same_request(
        string expected, string sent, int causes) =>
        CauseFinder.Of(Run(
            [
                Answered("REF-09", "refresh", "401", "403 M_FORBIDDEN", "{}"),
                Answered("PWD-05", "refresh", expected, "403 M_FORBIDDEN", sent),
            ]))
            .Should().HaveCount(causes);

    [Fact]
    public void A_success_that_should_have_been_a_refusal_is_joined_by_its_requirement_alone() =>
        CauseFinder.Of(Run(
            [
                Answered("LOG-24", "login", "403 M_FORBIDDEN", "200"),
                Answered("APS-12", "login", "403 M_FORBIDDEN", "200"),
            ]))
            .Should().HaveCount(2);

    [Fact]
    public void A_member_that_is_null_is_one_cause_in_whatever_answer()
    {
        var causes = CauseFinder.Of(Run(
            [
                Failing("DEV-03", "getDevices", "display_name is a string, if present", "/devices/0/display_name is null", 200),
                Failing("DEV-04", "getDevice", "display_name is absent", "/display_name is null", 200),
                Failing("DEV-03", "getDevices", "last_seen_ip is a string, if present", "/devices/0/last_seen_ip is null", 200),
            ],
            [Null("getDevice", "/display_name")]));

        causes.Select(cause => (cause.Scenarios.Count, cause.Responses.Count)).Should().Equal((2, 1), (1, 0));
    }

    [Fact]
    public void A_member_that_is_absent_is_one_cause_in_the_answers_of_one_operation() =>
        CauseFinder.Of(Run(
            [
                Failing("DEA-01", "deactivateAccount", "id_server_unbind_result is \"success\" or \"no-support\"", "/id_server_unbind_result is absent", 200),
                Failing("DEA-02", "deactivateAccount", "id_server_unbind_result is \"success\"", "/id_server_unbind_result is absent", 200),
                Failing("TPI-20", "delete3pid", "id_server_unbind_result is \"success\"", "/id_server_unbind_result is absent", 200),
            ]))
            .Select(cause => cause.Scenarios.Count).Should().Equal(2, 1);

    [Fact]
    public void Values_that_differ_from_run_to_run_make_no_difference() =>
        CauseFinder.Of(Run(
            [
                Failing("LOG-17", "getDevices", "the device \"LAPTOP\" is named \"Work\"", "it is named \"Another name\"", 200),
                Failing("LOG-17", "getDevices", "the device \"PHONE\" is named \"Renamed\"", "it is named \"Third name\"", 200, title: "Else"),
            ]))
            .Should().ContainSingle();

    [Fact]
    public void A_server_error_and_the_kind_of_response_that_it_is_are_one_cause_and_about_the_service()
    {
        var causes = CauseFinder.Of(Run(
            [Answered("UIT-06", "register", "4xx", "500 M_UNKNOWN")], [ServerError("register")], ("UIT-06", RequirementStake.Account)));

        causes.Should().ContainSingle().Which.Should().BeEquivalentTo(
            new { Kind = CauseKind.ServerError, Title = "register answers 500 M_UNKNOWN, expected 4xx", Stake = RequirementStake.Service });
    }

    [Fact]
    public void The_gravest_comes_first_and_a_failure_before_a_warning()
    {
        var causes = CauseFinder.Of(Run(
            [
                Answered("FRM-01", "login", "400", "200"),
                Answered("ACC-01", "register", "401", "200") with { Verdict = Verdict.Warn },
                Answered("ACC-02", "changePassword", "401", "200"),
                Answered("DAT-01", "deleteDevice", "401", "200"),
            ],
            [],
            ("FRM-01", RequirementStake.Form),
            ("ACC-01", RequirementStake.Account),
            ("ACC-02", RequirementStake.Account),
            ("DAT-01", RequirementStake.Data)));

        causes.Select(cause => cause.Requirements[0].Id).Should().Equal("ACC-02", "ACC-01", "DAT-01", "FRM-01");
    }

    [Theory]
    [InlineData("401 or 403", "400 M_UNKNOWN", RequirementStake.Form)]
    [InlineData("the access token of Alice is refused with 401 M_UNKNOWN_TOKEN", "403 M_FORBIDDEN", RequirementStake.Form)]
    [InlineData("401 or 403", "200", RequirementStake.Account)]
    [InlineData("200 or 403", "401 M_UNKNOWN_TOKEN", RequirementStake.Account)]
    [InlineData("200", "401 M_UNKNOWN_TOKEN", RequirementStake.Account)]
    public void Harm_that_was_refused_in_another_form_is_a_matter_of_form(string expected, string actual, RequirementStake stake) =>
        CauseFinder.Of(Run([Answered("ACC-01", "deactivateAccount", expected, actual)], [], ("ACC-01", RequirementStake.Account)))
            .Should().ContainSingle().Which.Stake.Should().Be(stake);

    [Fact]
    public void What_follows_from_another_failure_has_its_cause()
    {
        var causes = CauseFinder.Of(Run(
            [
                Answered("DEV-06", "getDevice", "200", "403 M_FORBIDDEN", "{}"),
                Answered("LOG-17", "getDevice", "200", "403 M_FORBIDDEN") with { FollowsFrom = ["DEV-06"] },
            ],
            [],
            ("DEV-06", RequirementStake.Behaviour),
            ("LOG-17", RequirementStake.Account)));

        causes.Should().ContainSingle().Which.Stake.Should().Be(RequirementStake.Behaviour);
    }

    [Fact]
    public void What_passed_has_no_cause() => CauseFinder.Of(SampleReports.Conforming).Should().BeEmpty();

    private static ResponseReport Null(string operation, string pointer) => SampleReports.BadResponse with
    {
        Operation = operation,
        Findings = [Finding(FindingKind.Schema, pointer, "null")],
    };

    private static ResponseReport ServerError(string operation) => SampleReports.BadResponse with
    {
        Operation = operation,
        Status = 500,
        Findings = [Finding(FindingKind.ServerError, "", "500 M_UNKNOWN")],
    };

    private static FindingReport Finding(FindingKind kind, string pointer, string actual) =>
        new(kind, FindingSeverity.Violation, pointer, "something else", actual, "It is wrong.", 1, null);
}
