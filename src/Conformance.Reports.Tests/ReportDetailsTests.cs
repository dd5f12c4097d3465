using System.Text.Json;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Json;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests;

/// <summary>Parts of the reports that only some runs have: profiles, times, and the colour of the end.</summary>
public sealed class ReportDetailsTests
{
    private static readonly RunReport WithProfiles = SampleReports.Conforming with
    {
        Elapsed = TimeSpan.FromSeconds(2),
        StartedAfter = TimeSpan.FromSeconds(1.5),
        Profiles =
        [
            new ProfileReport("default", "http://localhost:8008", 1, TimeSpan.FromSeconds(0.5), TimeSpan.FromSeconds(1.25), null),
            new ProfileReport("closed", null, 0, TimeSpan.Zero, TimeSpan.Zero, "port 8008 is taken"),
        ],
    };

    [Fact]
    public void The_console_tells_profiles_and_times() => Written(report => report.Write(WithProfiles)).Should().Contain(
        """
        Profiles      default: 1 scenario ran; ready 1.3 s after the command, started in 0.5 s
                      closed: did not start
        Time          1.5 s from the command to the first scenario, 3.5 s to the end of the last
        Operations
        """);

    [Fact]
    public void The_json_report_has_the_profiles()
    {
        using var document = JsonDocument.Parse(JsonReport.ToUtf8(WithProfiles));
        JsonSerializer.Serialize(Find(document.RootElement, "profiles")).Should().Be(
            """[{"name":"default","url":"http://localhost:8008","scenarios":1,"startSeconds":0.5,"readyAfterSeconds":1.25},"""
            + """{"name":"closed","url":null,"scenarios":0,"startSeconds":0,"readyAfterSeconds":0,"failure":"port 8008 is taken"}]""");
    }

    [Fact]
    public void The_json_report_has_whole_exchanges()
    {
        using var document = JsonDocument.Parse(JsonReport.ToUtf8(SampleReports.Report([SampleReports.Failed, SampleReports.Warned], [])));
        var exchanges = document.RootElement.GetProperty("scenarios").EnumerateArray()
            .Select(scenario =>
                scenario.GetProperty("violations")[0].GetProperty("exchange").EnumerateObject().Select(member => member.Name));
        exchanges.Should().BeEquivalentTo(
            [
                "caller operation method url status responseBody seconds curl".Split(' '),
                "caller operation method url requestBody failure seconds curl".Split(' '),
            ],
            options => options.WithStrictOrdering());
    }

    [Fact]
    public void A_run_begins_with_what_is_run_against_what() =>
        Written(report =>
            report.WriteBeginning("Conformance 0.1.0", 1, SampleReports.Conforming.Target, SampleReports.Conforming.SpecVersion))
            .Should().Be("Conformance 0.1.0: 1 scenario against http://localhost:8008 (Synapse 1.160.0), checked against v1.19\n\n");

    [Fact]
    public void The_summary_is_red_for_failures_yellow_for_warnings_and_green_otherwise()
    {
        Colour(SampleReports.Conforming).Should().Be("green");
        Colour(SampleReports.Report([SampleReports.Passed(3), SampleReports.Warned], [])).Should().Be("yellow");
        Colour(SampleReports.Report([SampleReports.Failed, SampleReports.Warned], [])).Should().Be("red");
        Colour(SampleReports.Report([SampleReports.Erroneous], [])).Should().Be("red");
        Colour(SampleReports.Report([SampleReports.Passed(3)], [SampleReports.BadResponse])).Should().Be("red");
        Colour(SampleReports.Report([SampleReports.Failed, SampleReports.Erroneous], [SampleReports.BadResponse])).Should().Be("red");
    }

    [Fact]
    public void Under_strict_the_warnings_of_a_response_are_told_and_its_remarks_are_not()
    {
        var warning = SampleReports.BadResponse.Findings[0] with { Severity = FindingSeverity.Warning, Message = "a warning" };
        var response = SampleReports.BadResponse with { Findings = [warning, SampleReports.BadResponse.Findings[1]] };
        Told(strict: true).Should().Contain("a warning").And.NotContain("is not in the schema");
        Told(strict: false).Should().NotContain("a warning");

        string Told(bool strict) =>
            Written(console =>
                console.WriteResponse(
                    response,
                    SampleReports.Conforming with { Strictness = strict ? Strictness.Strict : Strictness.Normal },
                    FindingSeverity.Violation));
    }

    private static string Colour(RunReport report)
    {
        var last = Written(console => console.Write(report), colours: true).TrimEnd('\n').Split('\n')[^1];
        return last.Split('m')[0] switch { "\u001b[32" => "green", "\u001b[1;91" => "red", "\u001b[93" => "yellow", var other => other };
    }

    private static string Written(Action<ConsoleReport> write, bool colours = false)
    {
        var output = new StringWriter { NewLine = "\n" };
        write(new ConsoleReport(output, colours));
        return output.ToString();
    }

    private static JsonElement Find(JsonElement element, string member)
    {
        foreach (var entry in element.EnumerateObject())
        {
            if (entry.Name == member)
                return entry.Value;
            if (entry.Value.ValueKind == JsonValueKind.Object
                && Find(entry.Value, member) is { ValueKind: not JsonValueKind.Undefined } found)
                return found;
        }

        return default;
    }
}
