using System.Globalization;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Runner.Results;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>A server error is told with what the server logged at that moment.</summary>
public sealed class ServerLogTests
{
    private const string Path = "/_matrix/client/v3/devices/LAPTOP";

    private const string Python = """
        2026-11-28 14:00:00,100 - synapse.access.http.8008 - 500 - INFO - GET-1 - Processed request: 0.001sec 200 "GET /_matrix/client/versions"
        2026-11-28 14:00:00,500 - synapse.http.server - 147 - ERROR - DELETE-5 - Failed handle request via 'DeviceRestServlet': <Request method='DELETE' uri='/_matrix/client/v3/devices/LAPTOP'>
        Traceback (most recent call last):
          File "/synapse/http/server.py", line 326, in _async_render_wrapper
        AttributeError: 'NoneType' object has no attribute 'get'
        2026-11-28 14:00:00,510 - synapse.http.server - 147 - ERROR - PUT-6 - Failed handle request via 'DeviceRestServlet': <Request method='PUT' uri='/_matrix/client/v3/devices/LAPTOP'>
        2026-11-28 14:00:05,000 - synapse.http.server - 147 - ERROR - DELETE-9 - Failed handle request: /_matrix/client/v3/devices/LAPTOP
        """;

    [Fact]
    public void The_line_of_the_request_comes_with_the_last_line_of_its_stack_trace() =>
        Between(Python, "14:00:00.498", "14:00:00.502").Should().Equal(
            "2026-11-28 14:00:00,500 - synapse.http.server - 147 - ERROR - DELETE-5 - Failed handle request via 'DeviceRestServlet': <Request method='DELETE' uri='/_matrix/client/v3/devices/LAPTOP'>",
            "AttributeError: 'NoneType' object has no attribute 'get'");

    [Fact]
    public void A_time_without_a_zone_is_that_of_the_servers_zone() =>
        Between(Python.Replace("28 14:", "28 19:", StringComparison.Ordinal), "14:00:00.498", "14:00:00.502")
            .Should().HaveCount(2);

    [Theory]
    [InlineData("time=\"2026-11-28T14:00:00.500123456Z\" level=error msg=\"database is locked\" req.path=/x")]
    [InlineData("\u001b[2m2026-11-28T15:00:00.500+01:00\u001b[0m \u001b[31mERROR\u001b[0m panicked at src/main.rs")]
    [InlineData("2026-11-28T14:00:00Z ERROR something failed")]
    public void Other_loggers_are_understood(string line)
    {
        var lines = Between($"2026-11-28T13:59:59Z INFO earlier\n{line}\n2026-11-28T14:00:02Z ERROR later", "14:00:00.001", "14:00:00.600");

        lines.Should().ContainSingle().Which.Should().NotContain("\u001b").And.Contain(line[^8..]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no time at all: ERROR")]
    [InlineData("2026-11-28T14:00:00.500Z INFO all is well")]
    [InlineData("2026-11-28T13:00:00Z ERROR long ago")]
    [InlineData("2026-99-99T99:99:99Z ERROR what a day")]
    public void What_does_not_belong_to_the_request_is_not_quoted(string log) =>
        Between(log, "14:00:00.400", "14:00:00.600").Should().BeEmpty();

    [Fact]
    public void No_more_than_three_lines_are_quoted()
    {
        var lines = Enumerable.Range(0, 9).Select(number => $"2026-11-28T14:00:00.500Z ERROR {number}");

        Between(string.Join('\n', lines), "14:00:00.4", "14:00:00.6").Should().HaveCount(3);
    }

    [Fact]
    public void A_long_line_is_cut_once_its_secrets_are_masked()
    {
        var redactor = new Redactor();
        redactor.Learn("very-secret-value", SecretKind.AccessToken);
        var broken = SampleRuns.Exchange("deleteDevice", 500, "{}") with { EndedAt = At("14:00:00.502") };
        var line = $"2026-11-28T14:00:00.500Z ERROR {new string('x', 360)} Token(very-secret-value) {new string('y', 1000)}";
        var logs = new ServerLogs([(new Uri("http://localhost:8008"), line)], broken.EndedAt);

        var shown = ExchangeReports.Of(broken, redactor, logs)!.ServerLog.Should().ContainSingle().Subject;

        shown.Should().HaveLength(403).And.EndWith("...").And.NotContain("very");
    }

    [Fact]
    public void A_report_has_the_lines_at_the_exchange_without_secrets()
    {
        var redactor = new Redactor();
        redactor.Learn("very-secret-value", SecretKind.AccessToken);
        var broken = SampleRuns.Exchange("deleteDevice", 500, "{}") with { EndedAt = At("14:00:00.502") };
        var record = SampleRuns.Record("DEV-14");
        record.Add(broken);
        record.Add(SampleRuns.Exchange("getDevices", 200, "{}") with { EndedAt = At("14:00:00.502") });
        var result = SampleRuns.Result("A", ScenarioOutcome.Failed, 3, "DEV-14").With(record) with
        {
            Exception = new ViolationException(new Violation("200", "500", broken)),
        };
        var log = Python.Replace("NoneType", "very-secret-value", StringComparison.Ordinal);
        var input = SampleRuns.Input([result], redactor: redactor) with
        {
            Logs = new ServerLogs(
                [(new Uri("http://localhost:9"), "2026-11-28T14:00:00.5Z ERROR elsewhere"), (new Uri("http://localhost:8008"), log)],
                At("14:00:06")),
        };

        var scenario = RunReportBuilder.Build(input).Scenarios[0];

        scenario.Violations[0].Exchange!.ServerLog.Should().HaveCount(2)
            .And.EndWith("AttributeError: '<access token>' object has no attribute 'get'");
        scenario.Exchanges.Select(exchange => exchange.ServerLog.Count).Should().Equal(2, 0);
        RunReportBuilder.Build(input with { Logs = ServerLogs.None }).Scenarios[0].Violations[0].Exchange!.ServerLog.Should().BeEmpty();
    }

    private static IReadOnlyList<string> Between(string log, string from, string to) =>
        new ServerLog(log, At("14:00:06")).Between(At(from), At(to), Path, "DELETE");

    private static DateTimeOffset At(string time) =>
        DateTimeOffset.Parse($"2026-11-28T{time}Z", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("0001-01-01T00:00:00+05:00 ERROR")]
    [InlineData("0001-01-01 00:00:00 ERROR")]
    [InlineData("9999-12-31T23:59:59-01:00 ERROR")]
    [InlineData("2026-01-01T00:00:00.\u0663 ERROR")]
    [InlineData("2026-01-01T00:00:00+99:99 ERROR")]
    public void A_time_that_no_server_lives_at_is_no_time(string line)
    {
        var at = new DateTimeOffset(2026, 11, 28, 14, 0, 0, TimeSpan.FromHours(2));

        new ServerLog($"{line}\n{line}", at).Between(at, at, "/", "GET").Should().BeEmpty();
    }
}
