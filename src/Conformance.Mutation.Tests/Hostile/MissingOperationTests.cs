using System.Text.Json;
using Conformance.Matrix.Verdicts;
using Conformance.Mutation.Hostile;
using Conformance.Mutation.Variations;
using Conformance.Mutation.Wire;
using FluentAssertions;
using Xunit;

namespace Conformance.Mutation.Tests.Hostile;

/// <summary>An operation that is not there is told once, as such; what needs it says nothing about the server.</summary>
public sealed class MissingOperationTests
{
    private const string Missing = "changePassword";

    private static readonly IReadOnlyList<string> Chapters = ["features/password/", "features/api-standards/", "features/devices/listing"];

    [Theory]
    [InlineData(404, """{"errcode":"M_UNRECOGNIZED","error":"There is no such endpoint."}""")]
    [InlineData(405, """{"errcode":"M_UNRECOGNIZED","error":"There is no such endpoint."}""")]
    [InlineData(404, "<html>Not found</html>")]
    [InlineData(404, "")]
    public async Task It_is_one_finding_and_no_scenario_is_red(int status, string body)
    {
        var run = await RunAsync(WireLayer.Instead(request => request.OperationId == Missing ? Answer(status, body) : null));

        run.Alarms.Should().NotBeEmpty().And.OnlyContain(alarm => alarm.Verdict == Verdict.NotChecked);
        run.Findings.Should().ContainSingle(finding => finding.Contains($"{Missing} is not implemented", StringComparison.Ordinal));
        run.Findings.Should().OnlyContain(finding => finding.StartsWith($"{Missing} {status}: ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_says_404_to_some_and_asks_others_for_a_token_is_there()
    {
        var run = await RunAsync(WireLayer.Instead(request =>
            request.OperationId == Missing && request.Header("Authorization") is not null ? Answer(404, "") : null));

        run.Alarms.Should().Contain(alarm => alarm.Verdict == Verdict.Fail);
        run.Alarms.Select(alarm => alarm.Message).Should().NotContain(message => message != null && message.Contains("is not implemented"));
        run.Findings.Should().NotContain(finding => finding.Contains("is not implemented", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_question_without_a_proper_answer_is_asked_again()
    {
        var asked = 0;
        var run = await RunAsync(WireLayer.Instead(request => request.OperationId != Missing ? null
            : request.Header("Authorization") is null && Interlocked.Increment(ref asked) == 1
                ? WireAnswer.OfError(503, "M_UNKNOWN", "The database is locked.")
                : Answer(404, "")));

        run.Alarms.Should().NotBeEmpty().And.OnlyContain(alarm => alarm.Verdict == Verdict.NotChecked);
        run.Findings.Should().ContainSingle(finding => finding.Contains($"{Missing} is not implemented", StringComparison.Ordinal));
    }

    [Fact]
    public async Task One_that_has_answered_before_is_there_whatever_it_answers_now()
    {
        var run = await RunAsync(WireLayer.Instead(request =>
            request.OperationId == "getDevice" && !request.Path.EndsWith("/PHONE", StringComparison.Ordinal) ? Answer(404, "") : null));

        run.Findings.Should().NotContain(finding => finding.Contains("is not implemented", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_report_has_one_cause_with_all_that_it_blocks()
    {
        var server = new HostileServer(
            "no-password-changes",
            "There is no changePassword.",
            WireLayer.Instead(request => request.OperationId == Missing
                ? WireAnswer.OfError(404, "M_UNRECOGNIZED", "There is no such endpoint.")
                : null))
        {
            Filters = Chapters,
        };

        var run = await HostileRunner.RunAsync(server, HostilePlace.Scenarios);

        run.End.Should().Be(HostileEnds.Violations, "{0}", run.Output);
        run.Output.Should().Contain($"{Missing} is not implemented: 404 M_UNRECOGNIZED");
        using var report = JsonDocument.Parse(run.Report["report.json"]);
        var cause = report.RootElement.GetProperty("causes").EnumerateArray().Should().ContainSingle().Subject;
        cause.GetProperty("kind").GetString().Should().Be("notImplemented");
        cause.GetProperty("stake").GetString().Should().Be("service");
        var notChecked = report.RootElement.GetProperty("scenarios").EnumerateArray()
            .Where(scenario => scenario.GetProperty("verdict").GetString() == "notChecked").ToList();
        notChecked.Should().NotBeEmpty()
            .And.OnlyContain(scenario => scenario.GetProperty("missingOperation").GetString() == Missing)
            .And.NotContain(scenario => HasBeenTriedAgain(scenario));
        cause.GetProperty("blocked").EnumerateArray().Select(id => id.GetString())
            .Should().Equal(notChecked.Select(scenario => scenario.GetProperty("id").GetString()));
    }

    private static bool HasBeenTriedAgain(JsonElement scenario) => scenario.TryGetProperty("triedAgain", out _);

    private static WireAnswer Answer(int status, string body) => WireAnswer.OfJson(status, body);

    private static Task<VariationRun> RunAsync(WireLayer layer) => VariationRun.RunAsync(
        new Suite(),
        new Variation("missing", "An operation is missing.") { Layer = () => layer, Filters = Chapters },
        CancellationToken.None);
}
