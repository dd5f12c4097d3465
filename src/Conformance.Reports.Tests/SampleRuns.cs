using System.Text;
using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Ledger;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Targets;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Reports.Tests;

/// <summary>What runs leave behind, made by hand.</summary>
internal static class SampleRuns
{
    public static readonly RequirementCatalogue Requirements = RequirementCatalogue.LoadEmbedded();

    public static readonly Specification Specification = Specification.LoadEmbedded(Specification.Embedded.Max());

    public static RunReportInput Input(IReadOnlyList<ScenarioResult> results, ResponseLedger? ledger = null, Redactor? redactor = null) =>
        new()
        {
            Suite = "Conformance 0.1.0",
            RunId = "run1",
            Seed = 42,
            Target = new Target
            {
                Name = "http://localhost:8008",
                BaseUrl = new Uri("http://localhost:8008"),
                Version = "Synapse 1.160.0",
                SpecVersion = new SpecVersion(1, 18),
                Offers = new HashSet<Need>(),
            },
            Specification = Specification,
            Requirements = Requirements,
            Responses = ledger ?? new ResponseLedger(),
            Redactor = redactor ?? new Redactor(),
            Results = results,
            Elapsed = TimeSpan.FromSeconds(2.149),
        };

    /// <summary>A scenario's result.</summary>
    /// <param name="name">Its title.</param>
    /// <param name="outcome">How it ended.</param>
    /// <param name="line">Its line.</param>
    /// <param name="tags">Its tags, which its record has as requirements too.</param>
    public static ScenarioResult Result(string name, ScenarioOutcome outcome, int line = 3, params string[] tags) => new()
    {
        Scenario = new Scenario
        {
            Feature = "Deletion",
            Name = name,
            Tags = tags,
            File = "features/devices/deletion.feature",
            Line = line,
            Steps = []
        },
        Outcome = outcome,
        Duration = TimeSpan.FromMilliseconds(250),
        Context = new Dictionary<string, object>(),
    };

    public static ScenarioRecord Record(params string[] requirements) =>
        new() { Requirements = [.. requirements.Select(Requirements.Get)] };

    /// <summary>The same result with a record, as the hooks of the steps leave it.</summary>
    public static ScenarioResult With(this ScenarioResult result, ScenarioRecord record) =>
        result with { Context = new Dictionary<string, object> { [typeof(ScenarioRecord).FullName!] = record } };

    public static Exchange Exchange(
        string operation, int status, string responseBody, string? requestBody = null, string query = "", params Finding[] findings)
    {
        var called = Specification.GetOperation(operation);
        return new Exchange
        {
            Operation = called,
            Role = ExchangeRole.Subject,
            Caller = "Alice on \"PHONE\"",
            Request = new RecordedRequest(
                called.Method,
                new Uri($"http://localhost:8008{called.Path.Replace("{deviceId}", "LAPTOP", StringComparison.Ordinal)}{query}"),
                [new("Authorization", "Bearer syt_access_Secret1"), new("Content-Type", "application/json")],
                Encoding.UTF8.GetBytes(requestBody ?? "")),
            Response = new RecordedResponse(status, [new("Content-Type", "application/json")], Encoding.UTF8.GetBytes(responseBody))
            {
                Json = responseBody.Length == 0 ? null : JsonDocument.Parse(responseBody).RootElement,
            },
            Duration = TimeSpan.FromMilliseconds(12),
            Findings = findings,
        };
    }
}
