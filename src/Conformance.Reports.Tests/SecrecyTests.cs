using System.Text;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Reports.Json;
using Conformance.Reports.Terminal;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>No secret of an exchange, wherever it turns up, reaches an output.</summary>
public sealed class SecrecyTests
{
    private static readonly Dictionary<string, string> Secrets = new()
    {
        ["access token"] = "syt_access_Secret1",
        ["token in the query"] = "syt_query_Secret2",
        ["password"] = "correct horse Secret3",
        ["UIA session"] = "uia-session-Secret4",
        ["refresh token"] = "syr_refresh_Secret5",
        ["login token"] = "syl_login_Secret6",
        ["token that the run has learned"] = "learned-elsewhere-Secret7",
    };

    private const string RequestBody =
        """{"auth":{"type":"m.login.password","password":"correct horse Secret3","session":"uia-session-Secret4"},"display_name":"Phone"}""";

    private const string ResponseBody =
        """{"access_token":"syt_access_Secret1","refresh_token":"syr_refresh_Secret5","login_token":"syl_login_Secret6","session":"uia-session-Secret4","echo":"learned-elsewhere-Secret7"}""";

    [Fact]
    public void No_secret_reaches_the_console_the_report_or_the_verbose_log()
    {
        var redactor = new Redactor();
        redactor.Learn(Secrets["token that the run has learned"], SecretKind.AccessToken);
        var everything = string.Join(", ", Secrets.Values);
        foreach (var secret in Secrets.Values)
            redactor.Learn(secret, SecretKind.AccessToken);
        var finding = new Finding(FindingKind.Schema, FindingSeverity.Violation, "/echo", "not " + everything, everything, everything);
        var exchange = SampleRuns.Exchange("updateDevice", 200, ResponseBody, RequestBody, "?access_token=syt_query_Secret2",
            finding) with
        { TransportFailure = everything, Step = new StepMark(everything) };
        var broken = SampleRuns.Exchange("deleteDevice", 500, ResponseBody) with
        {
            EndedAt = new DateTimeOffset(2026, 11, 28, 14, 0, 0, TimeSpan.Zero),
            Response = new RecordedResponse(500, [new("Location", everything)], default),
        };
        var record = SampleRuns.Record("DEV-14");
        record.Add(broken);
        record.CompanionRequests =
        [
            new IncomingRequest(
                "identity", "POST", $"/{Secrets["UIA session"]}", [new("access_token", Secrets["token in the query"])],
                Encoding.UTF8.GetBytes(ResponseBody)),
        ];
        record.Add(exchange);
        var ledger = new ResponseLedger();
        ledger.Add(exchange, SampleRuns.Specification.Version);
        ScenarioResult[] results =
        [
            SampleRuns.Result("Failing", ScenarioOutcome.Failed, 1, "DEV-14").With(record) with
            {
                Exception = new ViolationException(new Violation(everything, everything, exchange)
                {
                    Sample = new Sample(
                        "responses", 3, [new Deviation(everything, everything, exchange), new Deviation(everything, everything, null)]),
                }),
                FailedStep = new ScenarioStep(StepKind.When, "When", everything, 2),
            },
            SampleRuns.Result("Erroneous", ScenarioOutcome.Failed, 5) with { Exception = new InvalidOperationException(everything) },
            SampleRuns.Result("Skipped", ScenarioOutcome.Skipped, 9) with { SkipReason = everything },
        ];

        var output = new StringWriter();
        var verbose = new VerboseLog(output, colours: false, redactor, Strictness.Normal);
        foreach (var result in results)
            verbose.ScenarioFinished(result);
        var report = RunReportBuilder.Build(SampleRuns.Input(results, ledger, redactor) with
        {
            CleanUpRemarks = [everything],
            Logs = new ServerLogs([(new Uri("http://localhost:8008"), $"2026-11-28T14:00:00Z ERROR {everything}")], broken.EndedAt),
        });
        new ConsoleReport(output, colours: false).Write(report);
        var text = output + Encoding.UTF8.GetString(JsonReport.ToUtf8(report))
            + string.Concat(report.Scenarios.Select(scenario => scenario.Script));

        report.Scenarios[0].Script.Should().Contain("call 1 ");
        report.Scenarios[0].Violations[0].After!.ServerLog.Should().NotBeEmpty();
        text.Should().Contain("Failing").And.Contain("\"display_name\":\"Phone\"").And.Contain("curl ");
        foreach (var (name, secret) in Secrets)
            text.Should().NotContain(secret, "the {0} is a secret", name);
        text.Should().NotMatchRegex("Secret[1-7]");
    }

    [Fact]
    public void Secrets_under_their_names_are_masked_without_being_learned()
    {
        var exchange = SampleRuns.Exchange(
            "updateDevice", 200, ResponseBody.Replace("learned-elsewhere-Secret7", "", StringComparison.Ordinal), RequestBody,
            "?access_token=syt_query_Secret2");
        var result = SampleRuns.Result(
            "Failing", ScenarioOutcome.Failed) with
        { Exception = new ViolationException(new Violation("a", "b", exchange)) };

        var report = RunReportBuilder.Build(SampleRuns.Input([result]));

        Encoding.UTF8.GetString(JsonReport.ToUtf8(report)).Should().NotMatchRegex("Secret[1-7]");
    }
}
