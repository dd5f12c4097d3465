using System.Globalization;
using System.Text.RegularExpressions;
using Conformance.Reports.Model;
using Conformance.Steps;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.House.Tests;

/// <summary>docs/rivals.md: what the other two suites check, and the scenarios that check it here.</summary>
public sealed partial class RivalsTableTests
{
    private static readonly string[] Reasons =
        ["federation", "rooms", "end-to-end encryption", "not in the specification", "one server only", "not yet"];

    private static readonly (string Section, int Behaviours)[] Sections = [("D", 16), ("U", 13), ("R", 28), ("A", 23), ("L", 19)];

    private readonly string _page = File.ReadAllText(Path.Combine(Repository.Root, "docs", "rivals.md"));

    private IReadOnlyList<Row> Rows => [.. TableRow().Matches(_page).Select(match => new Row(
        match.Groups["id"].Value,
        match.Groups["behaviour"].Value.Trim(),
        match.Groups["by"].Value.Trim(),
        [.. Code().Matches(match.Groups["scenarios"].Value).Select(code => code.Groups[1].Value)],
        match.Groups["reason"].Value.Trim()))];

    [Fact]
    public void Every_scenario_that_is_named_exists()
    {
        var known = ScenarioIds.Of(EmbeddedFeatures.Load(), "features").Values.ToHashSet(StringComparer.Ordinal);

        Rows.SelectMany(row => row.Scenarios.Select(scenario => (row.Id, Scenario: scenario)))
            .Where(named => !known.Contains(named.Scenario))
            .Should().BeEmpty("a scenario is named by its id in report.json");
    }

    [Fact]
    public void Every_row_has_a_scenario_or_a_reason_of_the_list()
    {
        Rows.Where(row => row.Behaviour.Length == 0 || (row.Scenarios.Count == 0 && row.Reason.Length == 0))
            .Should().BeEmpty("what no scenario covers is left out for a reason");
        Rows.Where(row => row.Reason.Length > 0
            && !Reasons.Any(reason => row.Reason == reason || row.Reason.StartsWith($"{reason}: ", StringComparison.Ordinal)))
            .Should().BeEmpty($"a reason is one of: {string.Join(", ", Reasons)}");
        Rows.Where(row => row.By is not ("Complement" or "Sytest" or "both" or "nobody")
            || row.By == "nobody" != row.Id.Contains("-n", StringComparison.Ordinal))
            .Should().BeEmpty("a row says who checks its behaviour, and the -n rows are those that nobody does");
    }

    [Fact]
    public void Every_behaviour_has_one_row()
    {
        var rows = Rows.Select(row => row.Id).ToList();

        rows.Should().Equal(
            Sections.SelectMany(section => Enumerable.Range(1, section.Behaviours).Select(number => $"{section.Section}{number}")
            .Concat(Enumerable.Range(1, rows.Count(id => id.StartsWith($"{section.Section}-n", StringComparison.Ordinal)))
                .Select(number => $"{section.Section}-n{number}"))));
        _page.Split('\n').Count(line => line.StartsWith("| ", StringComparison.Ordinal)).Should().Be(
            rows.Count
                + _page.Split('\n').Count(line => line.StartsWith("| # |", StringComparison.Ordinal)), "every line of a table can be read");
    }

    [Fact]
    public void The_numbers_at_the_top_are_those_of_the_rows()
    {
        var (rows, covered) = (Rows, Rows.Count(row => row.Scenarios.Count > 0));

        Numbers().Match(_page).Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture)).Should().Equal(
            rows.Count,
            rows.Count(row => row.By != "nobody"),
            rows.Count(row => row.By == "nobody"),
            covered,
            rows.Count(row => row.Scenarios.Count > 0 && row.Reason.Length > 0),
            rows.Count - covered,
            rows.Count(row => row.Reason.StartsWith("not yet", StringComparison.Ordinal)));
    }

    [SkippableFact]
    public void The_table_has_all_that_the_notes_list()
    {
        var notes = File.ReadAllText(Path.Combine(Repository.Shared("notes", "what the other suites check"), "rivals-auth-behaviours.md"));

        Rows.Where(row => row.By != "nobody").Select(row => (row.Id, row.By)).Should().Equal(NotedRow().Matches(notes).Select(match => (
            match.Groups["id"].Value,
            (IsChecked(match.Groups["complement"].Value), IsChecked(match.Groups["sytest"].Value)) switch
            {
                (true, true) => "both",
                (true, false) => "Complement",
                _ => "Sytest",
            })));
        var items = Unchecked().Matches(notes).Select(match => match.Groups[1].Value.Split(';').Length).ToList();
        items.Should().HaveSameCount(Sections);
        foreach (var ((section, _), count) in Sections.Zip(items))
            Rows.Count(row => row.Id.StartsWith($"{section}-n", StringComparison.Ordinal))
                .Should().BeGreaterThanOrEqualTo(count, $"an item may have several rows in {section}, and has one");
    }

    private static bool IsChecked(string cell) => cell.Trim() is not ("-" or "(moved)");

    [GeneratedRegex(@"^\| (?<id>[DURAL](?:-n)?\d+) \| (?<behaviour>[^|]*)\| (?<by>[^|]*)\| (?<scenarios>[^|]*)\| (?<reason>[^|]*)\|$",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TableRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [GeneratedRegex(
        @"There are (\d+) rows: (\d+) behaviours that one of the two checks, (\d+) that neither does\. (\d+) are covered by scenarios, (\d+) of them in part; (\d+) are left out\.\s+(\d+) say ""not yet""\.")]
    private static partial Regex Numbers();

    [GeneratedRegex(
        @"^\| (?<id>[DURAL]\d+) \|[^|]*\|(?<complement>[^|]*)\|(?<sytest>[^|]*)\|$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex NotedRow();

    // The items end with their sentence; what follows is said of a suite.
    [GeneratedRegex(@"^Nobody checks: (.+?)\.(?: [A-Z]|$)", RegexOptions.Multiline)]
    private static partial Regex Unchecked();

    private sealed record Row(string Id, string Behaviour, string By, IReadOnlyList<string> Scenarios, string Reason);
}
