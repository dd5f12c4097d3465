using System.Text.Encodings.Web;
using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Files;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Json;

/// <summary>Writes <c>report.json</c>: the form is <c>docs/report-json.md</c>, its schema <c>docs/report.schema.json</c>.</summary>
public static class JsonReport
{
    /// <summary>The file's name in the folder of <c>--report</c>.</summary>
    public const string FileName = "report.json";

    /// <summary>The number of the form; it grows when a member changes its meaning or goes away.</summary>
    public const int SchemaNumber = 1;

    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the report into a folder, which is made if it is not there.</summary>
    /// <returns>The file's path.</returns>
    /// <exception cref="IOException">The folder or the file cannot be written.</exception>
    /// <exception cref="UnauthorizedAccessException">The folder or the file may not be written.</exception>
    public static async Task<string> WriteAsync(RunReport report, string folder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(report);
        Directory.CreateDirectory(folder);
        var path = Path.Combine(folder, FileName);
        await WholeFile.WriteAsync(path, async file =>
        {
            var writer = new Utf8JsonWriter(file, Options);
            await using (writer.ConfigureAwait(false))
            {
                Write(report, writer);
                await writer.FlushAsync(cancellationToken).ConfigureAwait(false);
            }

            await file.WriteAsync("\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return path;
    }

    /// <summary>The report as bytes.</summary>
    public static byte[] ToUtf8(RunReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, Options))
            Write(report, writer);
        buffer.Write("\n"u8);
        return buffer.ToArray();
    }

    private static void Write(RunReport report, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("schema", SchemaNumber);
        json.WriteString("suite", report.Suite);
        json.WriteString("specVersion", report.SpecVersion.ToString());
        json.WriteStartObject("target");
        json.WriteString("name", report.Target.Name);
        if (report.Target.Version is { } version)
            json.WriteString("version", version);
        else
            json.WriteNull("version");
        json.WriteString("url", report.Target.Url);
        json.WriteEndObject();
        WriteSummary(report.Summary, json);
        WriteCoverage(report.Coverage, json);
        WriteArray("causes", CauseFinder.Of(report), json, WriteCause);
        WriteArray("scenarios", report.Scenarios, json, WriteScenario);
        WriteArray("responses", report.Responses, json, WriteResponse);
        WriteArray("unseenResponses", report.UnseenResponses, json, WriteUnseenResponses);
        WriteArray("requirements", report.Requirements, json, WriteRequirement);
        WriteArray("profiles", report.Profiles, json, WriteProfile);
        WriteArray("deaths", report.Deaths, json, WriteDeath);
        if (report.Baseline is { } baseline)
            WriteBaseline(baseline, json);
        json.WriteStartObject("run");
        json.WriteString("id", report.RunId);
        json.WriteNumber("seed", report.Seed);
        json.WriteBoolean("strict", report.Strictness is Strictness.Strict);
        json.WriteBoolean("lenient", report.Strictness is Strictness.Lenient);
        json.WriteBoolean("interrupted", report.Interrupted);
        json.WriteNumber("startedAfterSeconds", Math.Round(report.StartedAfter.TotalSeconds, 3));
        WriteStrings("leftBehind", report.CleanUpRemarks, json);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteDeath(DeathReport death, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("profile", death.Profile);
        json.WriteBoolean("restarted", death.IsRestarted);
        WriteArray("inFlight", death.InFlight, json, JsonExchanges.Write);
        json.WriteEndObject();
    }

    private static void WriteProfile(ProfileReport profile, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("name", profile.Name);
        json.WriteString("url", profile.Url);
        json.WriteNumber("scenarios", profile.Scenarios);
        json.WriteNumber("startSeconds", Math.Round(profile.Start.TotalSeconds, 3));
        json.WriteNumber("readyAfterSeconds", Math.Round(profile.ReadyAfter.TotalSeconds, 3));
        if (profile.Failure is { } failure)
            json.WriteString("failure", failure);
        json.WriteEndObject();
    }

    private static void WriteSummary(RunSummary summary, Utf8JsonWriter json)
    {
        json.WriteStartObject("summary");
        json.WriteNumber("passed", summary.Passed);
        json.WriteNumber("failed", summary.Failed);
        json.WriteNumber("expected", summary.Expected);
        json.WriteNumber("warned", summary.Warned);
        json.WriteNumber("skipped", summary.Skipped);
        json.WriteNumber("errors", summary.Errors);
        json.WriteNumber("notChecked", summary.NotChecked);
        WriteSeconds(summary.Elapsed, json);
        json.WriteEndObject();
    }

    private static void WriteCoverage(CoverageReport coverage, Utf8JsonWriter json)
    {
        json.WriteStartObject("coverage");
        WriteShare("operations", "seen", coverage.Operations, json);
        WriteShare("responses", "seen", coverage.Responses, json);
        WriteShare("members", "seen", coverage.Members, json);
        WriteShare("branches", "seen", coverage.Branches, json);
        WriteShare("requirements", "checked", coverage.Requirements, json);
        json.WriteEndObject();
    }

    private static void WriteShare(string name, string part, Share share, Utf8JsonWriter json)
    {
        json.WriteStartObject(name);
        json.WriteNumber(part, share.Part);
        json.WriteNumber("total", share.Total);
        json.WriteEndObject();
    }

    private static void WriteCause(Cause cause, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(cause.Kind.ToString()));
        json.WriteString("title", cause.Title);
        json.WriteString("stake", StakeWords.Of(cause.Stake));
        json.WriteString("verdict", Name(cause.Verdict));
        if (cause.IsExpected)
            json.WriteBoolean("expected", true);
        WriteStrings("requirements", cause.Requirements.Select(requirement => requirement.Id), json);
        WriteStrings("operations", cause.Operations, json);
        WriteStrings("scenarios", cause.Scenarios.Select(scenario => scenario.Id), json);
        WriteStrings("responses", cause.Responses.Select(response => response.Check), json);
        WriteStrings("blocked", cause.Blocked.Select(scenario => scenario.Id), json);
        WriteArray("marks", cause.Marks, json, WriteMark);
        json.WriteEndObject();
    }

    private static void WriteMark(CauseMark mark, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        if (mark.Check is { } check)
            json.WriteString("check", check);
        if (mark.Operation is { } operation)
            json.WriteString("operation", operation);
        json.WriteString("seen", mark.Seen);
        json.WriteEndObject();
    }

    private static void WriteScenario(ScenarioReport scenario, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", scenario.Id);
        json.WriteString("file", scenario.File);
        json.WriteNumber("line", scenario.Line);
        json.WriteString("feature", scenario.Feature);
        json.WriteString("name", scenario.Name);
        WriteStrings("tags", scenario.Tags, json);
        WriteStrings("requirements", scenario.Requirements.Select(requirement => requirement.Id), json);
        if (scenario.Profile is { } profile)
            json.WriteString("profile", profile);
        json.WriteString("verdict", Name(scenario.Verdict));
        WriteSeconds(scenario.Duration, json);
        if (scenario.SkipReason is { } reason)
            json.WriteString("skipReason", reason);
        if (scenario.NotCheckedReason is { } notChecked)
            json.WriteString("notCheckedReason", notChecked);
        if (scenario.MissingOperation is { } missing)
            json.WriteString("missingOperation", missing);
        if (scenario.TriedAgain is { } again)
            json.WriteString("triedAgain", again);
        if (scenario.Error is { } error)
            json.WriteString("error", error);
        if (scenario.FailedStep is { } step)
        {
            json.WriteStartObject("step");
            json.WriteNumber("line", step.Line);
            json.WriteString("text", step.Text);
            json.WriteEndObject();
        }

        WriteExpectation(scenario.IsExpected ? scenario.Reason : null, json);
        if (scenario.FollowsFrom.Count > 0)
            WriteStrings("followsFrom", scenario.FollowsFrom, json);
        WriteArray("violations", scenario.Violations, json, JsonExchanges.Write);
        if (scenario.Exchanges.Count > 0)
            WriteArray("exchanges", scenario.Exchanges, json, JsonExchanges.Write);
        if (scenario.ScriptFile is { } script)
            json.WriteString("script", script);
        if (scenario.CompanionRequests.Count > 0)
            WriteArray("companionRequests", scenario.CompanionRequests, json, JsonExchanges.Write);
        json.WriteEndObject();
    }

    private static void WriteExpectation(string? reason, Utf8JsonWriter json)
    {
        if (reason is null)
            return;
        json.WriteBoolean("expected", true);
        json.WriteString("reason", reason);
    }

    private static void WriteBaseline(BaselineReport baseline, Utf8JsonWriter json)
    {
        json.WriteStartObject("baseline");
        json.WriteString("file", baseline.File);
        WriteArray("expected", baseline.Expected, json, WriteEntry);
        WriteArray("stale", baseline.Stale, json, WriteEntry);
        WriteArray("unchecked", baseline.Unchecked, json, WriteEntry);
        json.WriteBoolean("rewritten", baseline.Update is { Written: true });
        json.WriteEndObject();
    }

    private static void WriteEntry(BaselineEntry entry, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteNumber("line", entry.Line);
        if (entry.Difference is { } difference)
        {
            WriteStrings("checks", difference.Checks, json);
            WriteStrings("operations", difference.Operations, json);
            WriteStrings("seen", difference.Seen, json);
        }

        if (entry.Check is { } check)
            json.WriteString("check", check);
        if (entry.Scenario is { } scenario)
            json.WriteString("scenario", scenario);
        json.WriteString("reason", entry.Reason);
        if (entry.Server is { } server)
            json.WriteString("server", server);
        json.WriteEndObject();
    }

    private static void WriteResponse(ResponseReport response, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("operation", response.Operation);
        json.WriteNumber("status", response.Status);
        json.WriteNumber("count", response.Count);
        json.WriteBoolean("documented", response.Documented);
        json.WriteString("verdict", Name(response.Verdict));
        if (response.CameAgain is { } cameAgain)
            json.WriteBoolean("cameAgain", cameAgain);
        WriteExpectation(response.IsExpected ? response.Reason : null, json);
        WritePlaces("members", response.Coverage?.Members, json);
        WritePlaces("branches", response.Coverage?.Branches, json);
        WriteArray("findings", response.Findings, json, WriteFinding);
        json.WriteEndObject();
    }

    private static void WritePlaces(string name, PlaceCoverage? places, Utf8JsonWriter json)
    {
        if (places is null or { Total: 0 })
            return;
        json.WriteStartObject(name);
        WriteStrings("seen", places.Seen, json);
        WriteStrings("unseen", places.Unseen, json);
        json.WriteEndObject();
    }

    private static void WriteUnseenResponses(UnseenResponsesReport responses, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("operation", responses.Operation);
        WriteStrings("unseen", responses.Statuses, json);
        json.WriteEndObject();
    }

    private static void WriteFinding(FindingReport finding, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("kind", JsonNamingPolicy.CamelCase.ConvertName(finding.Kind.ToString()));
        json.WriteString("severity", Name(finding.Severity));
        json.WriteString("pointer", finding.Pointer);
        json.WriteString("expected", finding.Expected);
        json.WriteString("actual", finding.Actual);
        json.WriteString("message", finding.Message);
        json.WriteNumber("count", finding.Count);
        JsonExchanges.Write("exchange", finding.Example, json);
        json.WriteEndObject();
    }

    private static void WriteRequirement(RequirementReport requirement, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("id", requirement.Id);
        json.WriteString("chapter", requirement.Chapter);
        json.WriteString("stake", StakeWords.Of(requirement.Stake));
        if (requirement.Open is { } open)
            json.WriteString("open", open);
        json.WriteString("verdict", JsonNamingPolicy.CamelCase.ConvertName(requirement.Outcome.ToString()));
        WriteStrings("scenarios", requirement.Scenarios, json);
        json.WriteEndObject();
    }

    // Milliseconds are as exact as a run's times are worth.
    internal static void WriteSeconds(TimeSpan time, Utf8JsonWriter json) => json.WriteNumber("seconds", Math.Round(time.TotalSeconds, 3));

    internal static void WriteStrings(string name, IEnumerable<string> values, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
            json.WriteStringValue(value);
        json.WriteEndArray();
    }

    internal static void WriteArray<T>(string name, IEnumerable<T> items, Utf8JsonWriter json, Action<T, Utf8JsonWriter> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            write(item, json);
        json.WriteEndArray();
    }

    private static string Name(Verdict verdict) => JsonNamingPolicy.CamelCase.ConvertName(verdict.ToString());

    private static string Name(FindingSeverity severity) => severity.ToString().ToLowerInvariant();
}
