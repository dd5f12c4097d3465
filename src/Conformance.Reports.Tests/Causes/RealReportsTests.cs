using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Findings;
using Conformance.Reports.Json;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Spec.Loading;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests.Causes;

/// <summary>The causes of real runs, beside a list made by hand of which failures belong together.</summary>
public sealed partial class RealReportsTests
{
    /// <summary>How many causes the list has, how many are found, and how many causes of the list are found in parts.</summary>
    [SkippableTheory]
    [InlineData("dendrite-0.13.8", 25, 26, 2)]
    [InlineData("conduit-0.11.0-alpha", 15, 15, 0)]
    [InlineData("tuwunel-1.6.1", 23, 28, 3)]
    public void The_causes_are_nearly_those_of_the_list(string name, int listed, int found, int inParts)
    {
        var byHand = ByHand(name);
        var causes = Failing(Report(name));

        byHand.Values.Distinct().Should().HaveCount(listed);
        causes.Should().HaveCount(found);
        byHand.GroupBy(pair => pair.Value, pair => causes.Single(cause => cause.Contains(pair.Key)))
            .Count(cause => cause.Distinct().Count() > 1).Should().Be(inParts);
    }

    /// <summary>
    /// The list tells a challenge that came before the body was read from one that came although it was read: by what the server does with
    /// the body afterwards, which no report has.
    /// </summary>
    [SkippableTheory]
    [InlineData("dendrite-0.13.8", "UIA challenges before the body is read + body null is taken for {}")]
    [InlineData("conduit-0.11.0-alpha")]
    [InlineData("tuwunel-1.6.1")]
    public void What_the_list_keeps_apart_is_not_joined(string name, params string[] joined)
    {
        var byHand = ByHand(name);

        Failing(Report(name))
            .Select(cause => string.Join(" + ", cause.Select(id => byHand[id]).Distinct()))
            .Where(cause => cause.Contains(" + ", StringComparison.Ordinal))
            .Should().BeEquivalentTo(joined);
    }

    [SkippableFact]
    public void A_takeover_comes_before_all_else() =>
        CauseFinder.Of(Report("dendrite-0.13.8"))[0].Title.Should().Be("deactivateAccount answers 200, expected 401 or 403");

    [SkippableFact]
    public void The_console_report_is_short() => Console("dendrite-0.13.8").Length.Should().BeLessThan(400);

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_cause_has_twelve_lines_at_most_and_no_entry_for_a_baseline(string name)
    {
        var lines = string.Join('\n', Console(name)).Split("\n\n")
            .Where(part => Numbered().IsMatch(part))
            .Select(part => part.Split('\n').Length)
            .ToList();

        lines.Should().NotBeEmpty().And.OnlyContain(count => count <= 12);
        Console(name).Should().NotContain(line => line.StartsWith("   Baseline", StringComparison.Ordinal));
        Console(name, snippets: true).Should().Contain(line => line.StartsWith("   Baseline  - check:", StringComparison.Ordinal));
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_step_and_an_expectation_are_never_the_same_text_twice(string name)
    {
        var report = Report(name);
        var violated = report.Scenarios.Where(scenario => scenario is { FailedStep: not null, Violations.Count: > 0 }).ToList();

        violated.Should().NotBeEmpty();
        foreach (var scenario in violated)
        {
            var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            new ConsoleReport(output, colours: false).WriteScenario(1, scenario, report);
            var step = output.ToString().Split('\n').Single(line => line.StartsWith("   Step  ", StringComparison.Ordinal));

            step.Should().NotContain(scenario.Violations[0].Expected);
        }
    }

    [SkippableTheory]
    [MemberData(nameof(Names))]
    public void A_page_of_findings_names_no_step_and_tells_a_difference_of_a_scenario_once(string name)
    {
        var report = Report(name);
        var page = FindingsDocument.Of(report).Split('\n');

        page.Should().NotContain(line => line.Contains("Then the response is", StringComparison.Ordinal));
        page.Zip(page.Skip(1)).Should().NotContain(pair => pair.First.Length > 0 && pair.First == pair.Second);
    }

    public static TheoryData<string> Names => ["conduit-0.11.0-alpha", "dendrite-0.13.8", "synapse-1.163.2", "tuwunel-1.6.1"];

    private static string[] Console(string name, bool snippets = false)
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new ConsoleReport(output, colours: false).Write(Report(name), snippets: snippets);
        return output.ToString().Split('\n');
    }

    private static List<List<string>> Failing(RunReport report) =>
    [
        .. CauseFinder.Of(report)
            .Select(cause => cause.Scenarios.Where(scenario => scenario.Verdict is Verdict.Fail).Select(scenario => scenario.Id).ToList())
            .Where(ids => ids.Count > 0),
    ];

    private static RunReport Report(string name) =>
        new JsonReportReader(RequirementCatalogue.LoadEmbedded(), SampleRuns.Specification, RenamedScenarios.None)
            .Read(File.ReadAllBytes(Path.Combine(Folder, name + ".json")));

    private static Dictionary<string, string> ByHand(string name) => File.ReadLines(Path.Combine(Folder, "causes.csv"))
        .Select(line => line.Split(','))
        .Where(row => row[0] == name)
        .ToDictionary(row => row[3], row => row[1], StringComparer.Ordinal);

    [GeneratedRegex(@"^\d+\) ")]
    private static partial Regex Numbered();

    private static string Folder => Repository.Shared("reports", "what other homeservers answered");
}
