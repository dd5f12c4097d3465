using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Reports.Json;

/// <summary>Reads a <c>report.json</c> again, of this suite or of an earlier one: what was found, by which server.</summary>
/// <remarks>Coverage, profiles and the baseline stay in the file. What a baseline listed is told by its reason.</remarks>
/// <param name="requirements">The catalogue that has the requirements' texts, clauses and stakes.</param>
/// <param name="specification">The specification that has the operations.</param>
/// <param name="renamed">The ids that scenarios had before: one that has become several is told as the first of them.</param>
public sealed class JsonReportReader(RequirementCatalogue requirements, Specification specification, RenamedScenarios renamed)
{
    private SpecVersion _version;

    /// <summary>The report.</summary>
    /// <param name="utf8Report">The bytes of the file.</param>
    /// <exception cref="ReportFileException">They are not one.</exception>
    public RunReport Read(ReadOnlyMemory<byte> utf8Report)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8Report);
            var schema = document.RootElement.GetProperty("schema").GetInt32();
            return schema == JsonReport.SchemaNumber
                ? Report(document.RootElement)
                : throw new ReportFileException(
                    new Problem($"it has schema {schema}, and this suite reads schema {JsonReport.SchemaNumber}")
                    {
                        NextStep = "make a new one with --report.",
                    });
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException
            or FormatException or OverflowException or ArgumentException)
        {
            throw new ReportFileException(
                new Problem("it is not a report.json") { NextStep = "give one that \"run --report DIR\" wrote." }, wrong);
        }
    }

    private RunReport Report(JsonElement report)
    {
        _version = SpecVersion.TryParse(Text(report, "specVersion"), out var version) ? version : throw new FormatException();
        var target = report.GetProperty("target");
        var run = report.GetProperty("run");
        return new RunReport
        {
            Suite = Text(report, "suite"),
            RunId = Text(run, "id"),
            Seed = run.GetProperty("seed").GetInt32(),
            Strictness = Flag(run, "strict") ? Strictness.Strict : Flag(run, "lenient") ? Strictness.Lenient : Strictness.Normal,
            Interrupted = Flag(run, "interrupted"),
            SpecVersion = _version,
            Target = new TargetReport(Text(target, "name"), Optional(target, "version"), Text(target, "url")),
            Elapsed = Seconds(report.GetProperty("summary")),
            Scenarios = [.. report.GetProperty("scenarios").EnumerateArray().Select(Scenario)],
            Responses = [.. report.GetProperty("responses").EnumerateArray().Select(Response)],
            Requirements = [.. report.GetProperty("requirements").EnumerateArray().Select(Requirement).OfType<RequirementReport>()],
            Coverage = Coverage(report.GetProperty("coverage")),
        };
    }

    private ScenarioReport Scenario(JsonElement scenario) => new()
    {
        Id = IdNow(Text(scenario, "id")),
        File = Text(scenario, "file"),
        Line = scenario.GetProperty("line").GetInt32(),
        Feature = Text(scenario, "feature"),
        Name = Text(scenario, "name"),
        Tags = Strings(scenario, "tags"),
        Requirements = [.. Strings(scenario, "requirements").Select(Reference)],
        Profile = Optional(scenario, "profile"),
        Verdict = Named<Verdict>(Text(scenario, "verdict")),
        Duration = Seconds(scenario),
        SkipReason = Optional(scenario, "skipReason"),
        NotCheckedReason = Optional(scenario, "notCheckedReason"),
        MissingOperation = Optional(scenario, "missingOperation"),
        TriedAgain = Optional(scenario, "triedAgain"),
        Error = Optional(scenario, "error"),
        FailedStep = scenario.TryGetProperty("step", out var step)
            ? new StepReference(step.GetProperty("line").GetInt32(), Text(step, "text"))
            : null,
        Violations =
        [
            .. Items(scenario, "violations").Select(violation =>
                new ViolationReport(Text(violation, "expected"), Text(violation, "actual"), Exchange(violation))
                {
                    After = Exchange(violation, "after"),
                    Sample = violation.TryGetProperty("sample", out var sample) ? Sample(sample) : null,
                    IsHarm = Flag(violation, "harm"),
                }),
        ],
        Exchanges = [.. Items(scenario, "exchanges").Select(Call)],
        CompanionRequests =
        [
            .. Items(scenario, "companionRequests").Select(request =>
                new IncomingReport(Text(request, "api"), Text(request, "method"), Text(request, "path"), Optional(request, "body"))),
        ],
        FollowsFrom = Strings(scenario, "followsFrom"),
        ListedChecks = Flag(scenario, "expected") ? [.. Strings(scenario, "requirements").DefaultIfEmpty(null)] : [],
        Listed = Flag(scenario, "expected")
            ? [.. Strings(scenario, "requirements").DefaultIfEmpty(null)
                .Select(check => Entry(check, IdNow(Text(scenario, "id")), scenario))]
            : [],
    };

    private string IdNow(string id) => renamed.SuccessorsOf(id) is [var first, ..] ? first : id;

    private ResponseReport Response(JsonElement response)
    {
        var operation = Text(response, "operation");
        var read = new ResponseReport
        {
            Operation = operation,
            Status = response.GetProperty("status").GetInt32(),
            Count = response.GetProperty("count").GetInt32(),
            Documented = response.GetProperty("documented").GetBoolean(),
            Verdict = Named<Verdict>(Text(response, "verdict")),
            CameAgain = response.TryGetProperty("cameAgain", out var again) ? again.GetBoolean() : null,
            Link = OutsideManifest.HeadingOf(operation) is not null || specification.TryGetOperation(operation, out _)
                ? OperationClause.Link(operation, specification, _version)
                : Page(),
            Findings = [.. Items(response, "findings").Select(Finding)],
        };
        return Flag(response, "expected") ? read with { Listed = [Entry(read.Check, null, response)] } : read;
    }

    private static FindingReport Finding(JsonElement finding) => new(
        Named<FindingKind>(Text(finding, "kind")),
        Named<FindingSeverity>(Text(finding, "severity")),
        Text(finding, "pointer"),
        Text(finding, "expected"),
        Text(finding, "actual"),
        Text(finding, "message"),
        finding.GetProperty("count").GetInt32(),
        Exchange(finding));

    private static SampleReport Sample(JsonElement sample) => new(
        Text(sample, "kind"),
        sample.GetProperty("total").GetInt32(),
        [
            .. Items(sample, "deviating").Select(deviation => new DeviationReport(
                Text(deviation, "name"),
                Text(deviation, "actual"),
                deviation.TryGetProperty("exchange", out var exchange) ? exchange.GetInt32() : null)),
        ]);

    private static ExchangeReport? Exchange(JsonElement holder, string member = "exchange") =>
        holder.TryGetProperty(member, out var exchange) && exchange.ValueKind is JsonValueKind.Object ? Call(exchange) : null;

    private static ExchangeReport Call(JsonElement exchange) => new()
    {
        Caller = Text(exchange, "caller"),
        Operation = Optional(exchange, "operation"),
        Role = Optional(exchange, "role") is { } role ? Named<ExchangeRole>(role) : null,
        Step = Optional(exchange, "step"),
        Together = exchange.TryGetProperty("together", out var together) ? together.GetInt32() : null,
        Method = Text(exchange, "method"),
        Url = Text(exchange, "url"),
        RequestBody = Optional(exchange, "requestBody"),
        Status = exchange.TryGetProperty("status", out var status) ? status.GetInt32() : null,
        Location = Optional(exchange, "location"),
        ServerLog = Strings(exchange, "serverLog"),
        ResponseBody = Optional(exchange, "responseBody"),
        TransportFailure = Optional(exchange, "failure"),
        Duration = Seconds(exchange),
        Curl = Text(exchange, "curl"),
    };

    // An earlier report may name a requirement that the catalogue no longer has.
    private RequirementReference Reference(string id) => requirements.TryGet(id, out var requirement)
        ? RequirementReference.To(requirement, _version)
        : new RequirementReference(id, "", Page());

    private Uri Page() => new($"https://spec.matrix.org/{_version}/client-server-api/");

    private RequirementReport? Requirement(JsonElement report) => requirements.TryGet(Text(report, "id"), out var requirement)
        ? RequirementReport.Of(requirement, Named<RequirementOutcome>(Text(report, "verdict")), Strings(report, "scenarios"))
        : null;

    private static BaselineEntry Entry(string? check, string? scenario, JsonElement listed) =>
        new() { Check = check, Scenario = scenario, Reason = Text(listed, "reason") };

    private static CoverageReport Coverage(JsonElement coverage) => new(
        Share(coverage, "operations", "seen"), Share(coverage, "responses", "seen"), Share(coverage, "requirements", "checked"))
    {
        Members = Share(coverage, "members", "seen"),
        Branches = Share(coverage, "branches", "seen"),
    };

    private static Share Share(JsonElement coverage, string name, string part)
    {
        var share = coverage.GetProperty(name);
        return new Share(share.GetProperty(part).GetInt32(), share.GetProperty("total").GetInt32());
    }

    private static T Named<T>(string name)
        where T : struct, Enum => Enum.TryParse<T>(name, ignoreCase: true, out var value) ? value : throw new FormatException();

    private static TimeSpan Seconds(JsonElement item) => TimeSpan.FromSeconds(item.GetProperty("seconds").GetDouble());

    private static bool Flag(JsonElement item, string member) => item.TryGetProperty(member, out var value) && value.GetBoolean();

    private static string? Optional(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) ? value.GetString() : null;

    private static JsonElement.ArrayEnumerator Items(JsonElement item, string member) =>
        item.TryGetProperty(member, out var value) ? value.EnumerateArray() : default;

    private static IReadOnlyList<string> Strings(JsonElement item, string member) =>
        [.. Items(item, member).Select(value => value.GetString() ?? throw new FormatException())];

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString() ?? throw new FormatException();
}
