using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

public sealed class ConsoleReportTests
{
    [Fact]
    public void A_conforming_run_is_its_summary_alone()
    {
        Written(SampleReports.Conforming).Should().Be(
            """
            Target        http://localhost:8008 (Synapse 1.160.0), checked against v1.19
            Operations    14 of 166 seen
            Responses     31 of 430 documented responses seen
            Members       61 of 74 documented members of these responses seen
            Requirements  2 of 4 checked
            Seed          42
            2 passed, 0 failed, 0 warned, 0 skipped, 0 errors in 2.1 s

            """);
    }

    [Fact]
    public void A_cause_has_title_requirement_clause_expectation_answer_exchange_curl_and_places()
    {
        var report = SampleReports.Report([SampleReports.Failed], []);

        Written(report).Should().StartWith(
            """
            1 cause of failures; the gravest first

            1) failure, behaviour: getTokenOwner answers 200, expected 401 M_UNKNOWN_TOKEN
               Broken    DEV-14: Deleting a device makes its access tokens unusable.  https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3devicesdeviceid
               Exchange  Alice on "LAPTOP" calls getTokenOwner: GET http://localhost:8008/_matrix/client/v3/account/whoami -> 200 in 3 ms
                           {"user_id":"@alice:example.org","device_id":"LAPTOP"}
               Repeat    curl -X GET 'http://localhost:8008/_matrix/client/v3/account/whoami' -H 'Authorization: Bearer <access_token>'
               Seen in   features/devices/deletion.feature:12  Deleting a device ends its session

            Target  
            """.TrimEnd());
    }

    [Fact]
    public void A_cause_has_few_lines_however_much_it_shows()
    {
        var failed = SampleReports.Failed with
        {
            Violations =
            [
                new ViolationReport(
                    new string('e', 100), new string('a', 100), SampleReports.WhoAmI with { RequestBody = new string('x', 5000) }),
            ],
        };
        var scenarios = Enumerable.Range(1, 40).Select(line => failed with { Line = line, Id = $"devices/deletion#{line}" }).ToList();

        var text = Written(SampleReports.Report(scenarios, []));

        text[..text.IndexOf("\nTarget", StringComparison.Ordinal)].Trim().Split('\n').Should().HaveCount(2 + 10);
        text.Should().Contain("and 38 more places\n");
    }

    [Fact]
    public void A_cause_with_everything_has_twelve_lines_and_what_matters_most_stays()
    {
        var exchange = SampleReports.WhoAmI with { Status = 500, ServerLog = ["ERROR one", "two", "three"] };
        var sample = new SampleReport("responses", 30, [.. Enumerable.Range(1, 9).Select(number => new DeviationReport($"no. {number}", "a", null))]);
        var violation = new ViolationReport(new string('e', 100), new string('a', 100), exchange)
        {
            After = SampleReports.Rename,
            Sample = sample,
        };
        var failed = SampleReports.Failed with { Violations = [violation, violation with { Actual = "other" }, violation] };
        var scenarios = Enumerable.Range(1, 40).Select(line => failed with { Line = line, Id = $"devices/deletion#{line}" }).ToList();

        var text = Written(SampleReports.Report(scenarios, []));

        var lines = text[text.IndexOf("1) ", StringComparison.Ordinal)..text.IndexOf("\nTarget", StringComparison.Ordinal)].Trim().Split('\n');
        lines.Should().HaveCount(12);
        lines.Select(line => line.Length > 12 ? line[3..12].Trim() : "").Should().Equal(
            "failure,", "Broken", "Expected", "Actual", "", "After", "Exchange", "", "Log", "", "Repeat", "Seen in");
        text.Should().Contain(" in 9 of 30 responses: no. 1; no. 2; no. 3; no. 4; no. 5; no. 6; and 3 more\n")
            .And.Contain("             and 2 other differences\n")
            .And.Contain("   Log       ERROR one\n             two\n   Repeat ")
            .And.Contain("   Seen in   40 places\n");
    }

    [Fact]
    public void Causes_are_followed_by_errors_and_skips()
    {
        var text = Written(SampleReports.Everything);

        text.Should().Be(
            """
            2 causes of failures, 1 of warnings; the gravest first

            1) failure, account: getTokenOwner answers 200, expected 401 M_UNKNOWN_TOKEN
               Broken    DEV-14: Deleting a device makes its access tokens unusable.  https://spec.matrix.org/v1.19/client-server-api/#delete_matrixclientv3devicesdeviceid
               Exchange  Alice on "LAPTOP" calls getTokenOwner: GET http://localhost:8008/_matrix/client/v3/account/whoami -> 200 in 3 ms
                           {"user_id":"@alice:example.org","device_id":"LAPTOP"}
               Repeat    curl -X GET 'http://localhost:8008/_matrix/client/v3/account/whoami' -H 'Authorization: Bearer <access_token>'
               Seen in   features/devices/deletion.feature:12  Deleting a device ends its session

            2) warning, account: updateDevice: none, expected an answer
               Broken    UIA-10: A failed stage may be tried again in the same session. (also DEV-14)  https://spec.matrix.org/v1.19/client-server-api/#user-interactive-authentication-api
               Actual    none in 2 of 3 responses: null; 5
               After     Alice on "LAPTOP" calls getTokenOwner: GET http://localhost:8008/_matrix/client/v3/account/whoami -> 302 in 3 ms
               Exchange  Alice on "PHONE" calls updateDevice: PUT http://localhost:8008/_matrix/client/v3/devices/PHONE -> no answer after 30000 ms: the connection was closed before an answer came
               Repeat    curl -X PUT 'http://localhost:8008/_matrix/client/v3/devices/PHONE' -H 'Authorization: Bearer <access_token>' -d '{"display_name":"Phone"}'
               Seen in   features/user-interactive-auth/retry.feature:8  A failed stage may be tried again

            3) failure, form: getDevices: /devices/*/last_seen_ts is a string, expected an integer
               Broken    the form of getDevices.200  https://spec.matrix.org/v1.19/client-server-api/#get_matrixclientv3devices
               Actual    /devices/0/last_seen_ts is a string
               Exchange  Alice on "LAPTOP" calls getDevices: GET http://localhost:8008/_matrix/client/v3/account/whoami -> 200 in 3 ms
                           {"devices":[{"device_id":"LAPTOP","last_seen_ts":"1"}]}
               Repeat    curl -X GET 'http://localhost:8008/_matrix/client/v3/account/whoami' -H 'Authorization: Bearer <access_token>'
               Seen in   every getDevices answered 200, 41 times

            1 error of the suite: this says nothing about the server

            1) (its tags name no requirement)
               Scenario  Renaming
                         features/devices/renaming.feature:5
               Step      When Alice on "PHONE" calls updateDevice (line 7)
               Error     The suite's own request to updateDevice breaks its schema: /display_name is a number.
                         at this step

            3 scenarios skipped
                 2  needs guest: guest access
                 1  needs refresh-tokens: refresh tokens

            Target        http://localhost:8008 (Synapse 1.160.0), checked against v1.19
            Operations    14 of 166 seen
            Responses     31 of 430 documented responses seen
            Members       61 of 74 documented members of these responses seen
            Requirements  2 of 4 checked
            Left behind   @run1-alice:example.org could not be deactivated: 403 M_FORBIDDEN
            Findings      add --report DIR, and "findings DIR/report.json" writes a page for the server's authors
            Seed          42
            1 passed, 1 failed, 1 warned, 3 skipped, 1 error, 1 kind of response in violation in 2.1 s

            """);
    }

    [Fact]
    public void An_interrupted_run_says_so_before_its_summary()
    {
        Written(SampleReports.Conforming with { Interrupted = true }).Should().StartWith(
            """
            The run was interrupted; the summary covers what it saw until then.

            Target        http://localhost:8008
            """);
    }

    [Fact]
    public void A_body_is_cut_and_cannot_steer_the_terminal()
    {
        var exchange = SampleReports.WhoAmI with { ResponseBody = "\u001b[2J{\r\n  \"a\": \"" + new string('b', 2000) + "\"}" };
        var report = SampleReports.Report(
            [SampleReports.Failed with { Violations = [new ViolationReport("x", "\u001b[31my\u202e", exchange)] }], []);

        var text = Written(report);

        text.Should().NotContain("\u001b").And.NotContain("\u202e")
            .And.Contain("getTokenOwner: \\u001B[31my\\u202E, expected x\n")
            .And.Contain("\n               \\u001B[2J{ \"a\": \"bbb")
            .And.Contain("bbb... (2019 characters in all)\n");
    }

    [Fact]
    public void Colours_are_written_only_where_they_are_wanted()
    {
        Written(SampleReports.Everything).Should().NotContain("\u001b[");
        Written(SampleReports.Everything, colours: true).Should().Contain("\u001b[").And.Contain("DEV-14");
    }

    [Fact]
    public void Lines_are_never_broken_and_have_no_blanks_at_their_end()
    {
        var name = new string('n', 700);
        var lines = Written(SampleReports.Report([SampleReports.Failed with { Name = name }], [])).Split('\n');

        lines.Should().Contain("   Seen in   features/devices/deletion.feature:12  " + name);
        lines.Should().OnlyContain(line => line == line.TrimEnd());
    }

    private static string Written(RunReport report, bool colours = false)
    {
        var output = new StringWriter { NewLine = "\n" };
        new ConsoleReport(output, colours).Write(report);
        return output.ToString();
    }
}
