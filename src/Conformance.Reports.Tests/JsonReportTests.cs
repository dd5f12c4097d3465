using System.Text;
using System.Text.Json;
using Conformance.JsonSchema.Compiled;
using Conformance.Reports.Json;
using Conformance.Reports.Model;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

public sealed class JsonReportTests
{
    private static readonly CompiledSchema Schema =
        CompiledSchema.Compile(File.ReadAllBytes(Path.Combine(Repository.Root, "docs", "report.schema.json")));

    public static TheoryData<string> Reports => [nameof(SampleReports.Conforming), nameof(SampleReports.Everything), "Built"];

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_report_is_as_its_schema_has_it(string name) =>
        Schema.Validate(JsonReport.ToUtf8(Report(name))).Should().BeEmpty();

    [Theory]
    [InlineData("\"verdict\": \"skip\"", "\"verdict\": \"skipped\"")]
    [InlineData("\"skipReason\"", "\"reason\"")]
    [InlineData("\"line\": 12", "\"line\": 0")]
    [InlineData("\"specVersion\": \"v1.19\"", "\"specVersion\": \"1.19\"")]
    [InlineData("\"schema\": 1", "\"schema\": 2")]
    public void The_schema_finds_what_is_no_report(string right, string wrong)
    {
        var text = Encoding.UTF8.GetString(JsonReport.ToUtf8(SampleReports.Everything));
        text.Should().Contain(right);

        Schema.IsValid(Encoding.UTF8.GetBytes(text.Replace(right, wrong, StringComparison.Ordinal))).Should().BeFalse();
    }

    [Fact]
    public void A_report_begins_as_the_documentation_has_it()
    {
        Encoding.UTF8.GetString(JsonReport.ToUtf8(SampleReports.Conforming)).Should().StartWith(
            """
            {
              "schema": 1,
              "suite": "Conformance 0.1.0",
              "specVersion": "v1.19",
              "target": {
                "name": "http://localhost:8008",
                "version": "Synapse 1.160.0",
                "url": "http://localhost:8008"
              },
              "summary": {
                "passed": 2,
                "failed": 0,
                "expected": 0,
                "warned": 0,
                "skipped": 0,
                "errors": 0,
                "notChecked": 0,
                "seconds": 2.149
              },
              "coverage": {
                "operations": {
                  "seen": 14,
                  "total": 166
                },
                "responses": {
                  "seen": 31,
                  "total": 430
                },
                "members": {
                  "seen": 61,
                  "total": 74
                },
                "branches": {
                  "seen": 2,
                  "total": 5
                },
                "requirements": {
                  "checked": 2,
                  "total": 4
                }
              },
              "causes": [],
              "scenarios": [
                {
                  "id": "devices/listing#passing-3",
                  "file": "features/devices/listing.feature",
                  "line": 3,
                  "feature": "A feature",
                  "name": "Passing 3",
                  "tags": [],
                  "requirements": [
                    "UIA-10"
                  ],
                  "verdict": "pass",
                  "seconds": 0.12,
                  "violations": []
                },
            """);
    }

    [Fact]
    public void The_same_report_gives_the_same_bytes() =>
        JsonReport.ToUtf8(SampleReports.Everything).Should().Equal(JsonReport.ToUtf8(SampleReports.Everything));

    [Fact]
    public async Task A_report_is_written_into_a_folder_that_is_made_for_it()
    {
        var folder = Directory.CreateTempSubdirectory("conformance-test-").FullName;
        try
        {
            var path = await JsonReport.WriteAsync(SampleReports.Everything, Path.Combine(folder, "a", "b"), CancellationToken.None);

            path.Should().Be(Path.Combine(folder, "a", "b", "report.json"));
            (await File.ReadAllBytesAsync(path)).Should().Equal(JsonReport.ToUtf8(SampleReports.Everything));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void What_is_not_known_is_null_or_absent()
    {
        using var json = JsonDocument.Parse(
            JsonReport.ToUtf8(SampleReports.Everything with { Target = new TargetReport("embedded", null, "http://127.0.0.1:1") }));

        json.RootElement.GetProperty("target").GetProperty("version").ValueKind.Should().Be(JsonValueKind.Null);
        var warned = json.RootElement.GetProperty("scenarios").EnumerateArray()
            .Single(scenario => scenario.GetProperty("verdict").GetString() == "warn");
        var exchange = warned.GetProperty("violations")[0].GetProperty("exchange");
        exchange.TryGetProperty("status", out _).Should().BeFalse();
        exchange.GetProperty("failure").GetString().Should().Be("the connection was closed before an answer came");
    }

    [Fact]
    public void A_response_shows_the_documented_places_that_its_schema_has()
    {
        using var json = JsonDocument.Parse(JsonReport.ToUtf8(SampleReports.Everything));

        var responses = json.RootElement.GetProperty("responses").EnumerateArray()
            .ToDictionary(response => response.GetProperty("operation").GetString()!);
        JsonSerializer.Serialize(responses["getDevices"].GetProperty("members"))
            .Should().Be("""{"seen":["/devices","/devices/*"],"unseen":["/devices/*/device_id"]}""");
        responses["getDevices"].TryGetProperty("branches", out _).Should().BeFalse();
        responses["getDevice"].TryGetProperty("members", out _).Should().BeFalse();
        JsonSerializer.Serialize(json.RootElement.GetProperty("unseenResponses"))
            .Should().Be("""[{"operation":"getDevice","unseen":["200","4XX"]}]""");
    }

    private static RunReport Report(string name) => name switch
    {
        nameof(SampleReports.Conforming) => SampleReports.Conforming,
        nameof(SampleReports.Everything) => SampleReports.Everything,
        _ => SampleBuilt.Report(),
    };
}
