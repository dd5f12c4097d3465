using System.Globalization;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Json;
using Conformance.Reports.Model;
using Conformance.Reports.Terminal;
using Conformance.Spec.Loading;
using Conformance.Testing;
using FluentAssertions;
using Xunit;

namespace Conformance.Reports.Tests.Causes;

/// <summary>The causes of real runs, beside a list made by hand of which failures belong together.</summary>
public sealed class RealReportsTests
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
    public void The_console_report_is_short()
    {
        var output = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        new ConsoleReport(output, colours: false).Write(Report("dendrite-0.13.8"));

        output.ToString().Split('\n').Length.Should().BeLessThan(400);
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

    private static string Folder => Repository.Shared("reports", "what other homeservers answered");
}
