using System.Globalization;
using System.Text;
using System.Text.Json;
using Conformance.Reports.Json;
using Conformance.Reports.Wording;
using Conformance.Spec;
using Conformance.Spec.Loading;

namespace Conformance.Reports.Findings;

/// <summary>What a run found on a server, as a Markdown page for the server's authors: requirement, clause, expected, seen.</summary>
/// <param name="requirements">The catalogue that the report's requirement ids are of.</param>
/// <param name="specification">The specification that the report's operations are of.</param>
public sealed class FindingsDocument(RequirementCatalogue requirements, Specification specification)
{
    private readonly StringBuilder _text = new();

    /// <summary>Writes the page.</summary>
    /// <param name="utf8Report">The bytes of a <c>report.json</c>.</param>
    /// <exception cref="ReportFileException">They are not one.</exception>
    public string Write(ReadOnlyMemory<byte> utf8Report)
    {
        _text.Clear();
        try
        {
            using var document = JsonDocument.Parse(utf8Report);
            if (document.RootElement.GetProperty("schema").GetInt32() != JsonReport.SchemaNumber)
            {
                throw new ReportFileException(
                    new Problem($"it has schema {document.RootElement.GetProperty("schema").GetInt32()}, and this suite reads schema {JsonReport.SchemaNumber}")
                    {
                        NextStep = "make a new one with --report.",
                    });
            }

            Write(document.RootElement);
            return _text.ToString();
        }
        catch (Exception wrong) when (wrong is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new ReportFileException(
                new Problem("it is not a report.json") { NextStep = "give one that \"run --report DIR\" wrote." }, wrong);
        }
    }

    private void Write(JsonElement report)
    {
        var version = SpecVersion.TryParse(Text(report, "specVersion"), out var parsed) ? parsed : throw new FormatException();
        var target = report.GetProperty("target");
        var server = target.GetProperty("version").GetString() ?? Text(target, "name");
        var scenarios = report.GetProperty("scenarios").EnumerateArray().Where(IsFinding).ToList();
        var responses = report.GetProperty("responses").EnumerateArray().Where(IsFinding).ToList();
        Line($"# Findings: {server}");
        Line();
        Line($"What {Text(report, "suite")} found on {server}, checked against Matrix {version}. Generated from the run's `report.json` by");
        Line("`conformance findings`; do not edit. A warning is a recommendation not followed, or a violation of a requirement that follows from the text");
        Line("of the specification without being stated there, or that the text leaves open.");
        Line();
        Line($"{Counted.Of(scenarios.Count, "scenario")} and {Counted.Of(responses.Count, "kind")} of response. {Sum(report)}");
        WriteRequirements(scenarios, version);
        foreach (var response in responses)
            WriteResponse(response, version);
        WritePassing(report.GetProperty("responses"));
    }

    private void WritePassing(JsonElement responses)
    {
        var passing = responses.EnumerateArray()
            .Where(response => response.TryGetProperty("cameAgain", out var again) && !again.GetBoolean())
            .SelectMany(response => response.GetProperty("findings").EnumerateArray())
            .Where(finding => Text(finding, "kind") is "serverError")
            .Select(finding => Text(finding, "message"))
            .ToList();
        if (passing.Count == 0)
            return;
        Line();
        Line("## Server errors that did not come again");
        Line();
        Line("They came while other scenarios ran, and not from a server that had nothing else to do. They are no violations.");
        Line();
        foreach (var message in passing)
            Line($"- {Escape(message)}");
    }

    private void WriteRequirements(List<JsonElement> scenarios, SpecVersion version)
    {
        var byRequirement = scenarios
            .SelectMany(scenario =>
                scenario.GetProperty("requirements").EnumerateArray().Select(id => (Id: id.GetString()!, Scenario: scenario)))
            .GroupBy(pair => pair.Id, pair => pair.Scenario, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in byRequirement)
        {
            Line();
            Line($"## {group.Key}{Grade(group)}");
            Line();
            if (requirements.TryGet(group.Key, out var requirement))
            {
                Line(Escape(requirement.Text));
                Line($"([clause]({requirement.Clause.Link(version).AbsoluteUri}))");
            }

            foreach (var scenario in group)
            {
                Line();
                Line($"- {Escape(Text(scenario, "name"))} (`{Text(scenario, "file")}`)");
                foreach (var violation in scenario.GetProperty("violations").EnumerateArray())
                    WriteViolation(Text(violation, "expected"), Text(violation, "actual"));
                WriteReason(scenario);
            }
        }
    }

    private void WriteResponse(JsonElement response, SpecVersion version)
    {
        Line();
        var operation = Text(response, "operation");
        Line(string.Create(CultureInfo.InvariantCulture, $"## {operation}.{response.GetProperty("status").GetInt32()}{Grade([response])}"));
        Line();
        Line("Responses of this kind do not have the form that the specification prescribes.");
        if (specification.TryGetOperation(operation, out var known))
            Line($"([clause]({OperationClause.Link(known, version).AbsoluteUri}))");
        Line();
        foreach (var finding in response.GetProperty("findings").EnumerateArray().Where(finding => Text(finding, "severity") is not "note"))
        {
            Line($"- {Escape(Text(finding, "message"))}");
            WriteViolation(Text(finding, "expected"), Text(finding, "actual"));
        }

        WriteReason(response);
    }

    private void WriteViolation(string expected, string actual)
    {
        Line($"  - expected: {Escape(expected)}");
        Line($"  - seen: {Escape(actual)}");
    }

    private void WriteReason(JsonElement item)
    {
        if (item.TryGetProperty("reason", out var reason) && reason.GetString() is { Length: > 0 } text)
            Line($"  - in the baseline: {Escape(text)}");
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private static bool IsFinding(JsonElement item) => Text(item, "verdict") is "fail" or "warn";

    private static string Grade(IEnumerable<JsonElement> items) => items.All(item => Text(item, "verdict") is "warn") ? " (warning)" : "";

    private static string Sum(JsonElement report)
    {
        var summary = report.GetProperty("summary");
        var notChecked = summary.TryGetProperty("notChecked", out var number) && number.GetInt32() is var count and > 0
            ? string.Create(CultureInfo.InvariantCulture, $" {count} could not be checked.")
            : "";
        return $"Of the other scenarios, {summary.GetProperty("passed").GetInt32().ToString(CultureInfo.InvariantCulture)} passed and {summary.GetProperty("skipped").GetInt32().ToString(CultureInfo.InvariantCulture)} were skipped.{notChecked}";
    }

    private static string Text(JsonElement item, string member) => item.GetProperty(member).GetString() ?? throw new FormatException();

    // Escapes what Markdown would take for markup: user ids, JSON, member names with underscores.
    private static string Escape(string text) =>
        string.Concat(Printable.OneLine(text).Trim()
            .Select(character => "\\`*_<>|[]".Contains(character, StringComparison.Ordinal) ? $"\\{character}" : character.ToString()));
}
