using System.Globalization;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Terminal;

/// <summary>
/// The causes of a run, in at most twelve lines each: title, requirement and clause, one example with its exchange and how to repeat it,
/// and where else it shows. What is expected and what was seen is in the title, unless they are too long for it.
/// </summary>
/// <param name="lines">Where they go.</param>
internal sealed class CauseLines(ConsoleLines lines)
{
    private const int Indent = 3;
    private const int LabelWidth = 10;
    private const int MostPlaces = 3;
    private const int MostRequirements = 6;

    /// <summary>Writes the section; nothing where nothing unexpected was found.</summary>
    public void Write(RunReport report)
    {
        var causes = CauseFinder.Of(report).Where(cause => !cause.IsExpected).ToList();
        if (causes.Count == 0)
            return;

        var marks = new CauseMarks(report);
        var failing = causes.Count(cause => cause.Verdict is Verdict.Fail);
        var warning = causes.Count - failing;
        var text = (failing, warning) switch
        {
            (0, _) => $"{Counted.Of(warning, "cause")} of warnings",
            (_, 0) => $"{Counted.Of(failing, "cause")} of failures",
            _ => $"{Counted.Of(failing, "cause")} of failures, {warning} of warnings",
        };
        lines.Line($"{text}; the gravest first", failing > 0 ? ConsoleStyle.Bad : ConsoleStyle.Doubtful);
        lines.Line();
        for (var index = 0; index < causes.Count; index++)
        {
            Write(index + 1, causes[index], marks);
            lines.Line();
        }
    }

    private void Write(int number, Cause cause, CauseMarks marks)
    {
        var isFailure = cause.Verdict is Verdict.Fail;
        lines.Line(
            string.Create(CultureInfo.InvariantCulture, $"{number}) ").PadRight(Indent)
                + $"{(isFailure ? "failure" : "warning")}, {StakeWords.Of(cause.Stake)}: ",
            isFailure ? ConsoleStyle.Bad : ConsoleStyle.Doubtful,
            Printable.OneLine(cause.Title),
            ConsoleStyle.Heading);
        var (expected, actual, exchange) = Example(cause, marks);
        var requirement = Shown(cause);
        if (requirement is not null)
            Field("Broken", $"{requirement.Id}: {requirement.Text}{Others(cause, requirement)}  {requirement.Link.AbsoluteUri}");
        else if (cause.Responses is [var response, ..])
            Field("Broken", $"{(cause.Kind is CauseKind.NotImplemented ? response.Operation : $"the form of {response.Check}")}  {response.Link.AbsoluteUri}");
        if (!cause.Title.Contains(expected, StringComparison.Ordinal))
            Field("Expected", Printable.OneLine(expected));
        if (!cause.Title.Contains(actual, StringComparison.Ordinal))
            Field("Actual", Printable.OneLine(actual));
        if (exchange is not null)
        {
            lines.Field(Indent, LabelWidth, "Exchange", ExchangeLines.Brief(exchange));
            Field("Repeat", exchange.Curl);
        }

        lines.Field(Indent, LabelWidth, "Seen in", Places(cause));
    }

    // The example is of the gravest: a scenario that failed before one that warned, and a scenario before a kind of response.
    private static (string Expected, string Actual, ExchangeReport? Exchange) Example(Cause cause, CauseMarks marks)
    {
        var scenario = Gravest(cause);
        if (scenario is { Violations: [var violation, ..] })
            return (violation.Expected, violation.Actual, violation.Exchange);
        if (cause.Responses is [var response, ..])
        {
            var finding = marks.Counting(response).First();
            return (finding.Expected, Seen.At(finding.Pointer, finding.Actual), finding.Example);
        }

        return ("the scenario passes", scenario?.Error ?? "it does not", null);
    }

    private static ScenarioReport? Gravest(Cause cause) =>
        cause.Scenarios.FirstOrDefault(scenario => scenario.Verdict is Verdict.Fail && scenario.FollowsFrom.Count == 0)
        ?? cause.Scenarios.FirstOrDefault(scenario => scenario.Verdict is Verdict.Fail)
        ?? (cause.Scenarios.Count > 0 ? cause.Scenarios[0] : null);

    private static RequirementReference? Shown(Cause cause) =>
        Gravest(cause) is { Requirements: [var first, ..] } ? first : null;

    private static string Others(Cause cause, RequirementReference shown)
    {
        var others = cause.Requirements.Select(requirement => requirement.Id).Where(id => id != shown.Id).ToList();
        return others.Count switch
        {
            0 => "",
            <= MostRequirements => $" (also {string.Join(", ", others)})",
            _ => string.Create(
                CultureInfo.InvariantCulture,
                $" (also {string.Join(", ", others.Take(MostRequirements))} and {others.Count - MostRequirements} more)"),
        };
    }

    private static IEnumerable<string> Places(Cause cause)
    {
        var places = cause.Scenarios
            .Select(scenario => Printable.OneLine(
                string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{scenario.Line}  {scenario.Name}")))
            .Concat(cause.Responses.Select(response => string.Create(
                CultureInfo.InvariantCulture,
                $"every {response.Operation} answered {response.Status}, {Counted.Of(response.Count, "time")}")))
            .Concat(cause.Blocked.Count == 0 ? [] : [$"{Counted.Of(cause.Blocked.Count, "scenario")} that could not be checked"])
            .ToList();
        var shown = places.Count <= MostPlaces ? places.Count : MostPlaces - 1;
        return places.Count == shown
            ? places
            : places.Take(shown).Append(string.Create(CultureInfo.InvariantCulture, $"and {places.Count - shown} more places"));
    }

    private void Field(string name, string line) => lines.Field(Indent, LabelWidth, name, [line]);
}
