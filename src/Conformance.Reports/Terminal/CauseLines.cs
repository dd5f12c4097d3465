using System.Globalization;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Baselines;
using Conformance.Reports.Causes;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Terminal;

/// <summary>
/// The causes of a run, in at most twelve lines each: title, requirement and clause, one example with its exchange, the one that did it,
/// what the server logged and how to repeat it, and where else it shows. What is expected and what was seen is in the title, unless they
/// are too long for it. Entries for a baseline come on request, and on top of the twelve.
/// </summary>
/// <param name="lines">Where they go.</param>
/// <param name="folder">The folder of the report, which has a script for each scenario that failed; null where none is written.</param>
internal sealed class CauseLines(ConsoleLines lines, string? folder = null)
{
    private const int Indent = 3;
    private const int LabelWidth = 10;
    private const int MostLines = 12;
    private const int MostPlaces = 3;
    private const int MostDifferences = 2;
    private const int MostNames = 6;
    private const int MostLogLines = 2;
    private const int MostRequirements = 6;

    /// <summary>Writes the section; nothing where nothing unexpected was found.</summary>
    /// <param name="report">The run.</param>
    /// <param name="snippets">Whether each cause has the entries that would list it in a baseline.</param>
    public void Write(RunReport report, bool snippets)
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
            if (snippets)
                lines.Field(Indent, LabelWidth, "Baseline", BaselineSnippet.For(causes[index], report));
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
        var fields = Fields(cause, marks).ToList();
        if (folder is not null && Gravest(cause)?.ScriptFile is { } script)
            fields.Add(("Script", $"sh {Path.Combine(folder, script)}"));
        foreach (var (name, line) in fields)
            lines.Field(Indent, LabelWidth, name, [line]);
        lines.Field(Indent, LabelWidth, "Seen in", Places(cause, Math.Max(1, MostLines - 1 - fields.Count)));
    }

    private static IEnumerable<(string Name, string Line)> Fields(Cause cause, CauseMarks marks)
    {
        var example = Example(cause, marks);
        if (Shown(cause) is { } requirement)
            yield return ("Broken", $"{requirement.Id}: {requirement.Text}{Others(cause, requirement)}  {requirement.Link.AbsoluteUri}");
        else if (cause.Responses is [var response, ..])
            yield return ("Broken", $"{Subject(cause, response)}  {response.Link.AbsoluteUri}");
        if (!cause.Title.Contains(example[0].Expected, StringComparison.Ordinal))
            yield return ("Expected", Printable.OneLine(example[0].Expected));
        var deviations = example.Where(violation => !violation.IsHarm).ToList();
        if (deviations is not [{ Sample: null } only] || !cause.Title.Contains(only.Actual, StringComparison.Ordinal))
        {
            foreach (var (index, line) in Actual(deviations).Index())
                yield return (index == 0 ? "Actual" : "", line);
        }

        foreach (var (index, harm) in example.Where(violation => violation.IsHarm).Take(MostDifferences).Index())
            yield return (index == 0 ? "Harm" : "", $"{Printable.OneLine(harm.Actual)}, expected {Printable.OneLine(harm.Expected)}");

        if (example[0].After is { } after)
            yield return ("After", ExchangeLines.Call(after));
        if (example[0].Exchange is not { } exchange)
            yield break;
        foreach (var (index, line) in ExchangeLines.Brief(exchange).Index())
            yield return (index == 0 ? "Exchange" : "", line);
        foreach (var (index, line) in exchange.ServerLog.Take(MostLogLines).Index())
            yield return (index == 0 ? "Log" : "", Printable.OneLine(line));
        yield return ("Repeat", exchange.Curl);
    }

    private static string Subject(Cause cause, ResponseReport response) =>
        cause.Kind is CauseKind.NotImplemented ? response.Operation : $"the form of {response.Check}";

    // The ways in which a scenario deviates, the first one in any case.
    private static IEnumerable<string> Actual(List<ViolationReport> violations)
    {
        var shown = violations.Count <= MostDifferences ? violations.Count : MostDifferences - 1;
        var texts = violations.Take(shown).Select((violation, index) => index == 0 || violation.Expected == violations[0].Expected
            ? ViolationText.Actual(violation, MostNames)
            : $"{ViolationText.Actual(violation, MostNames)}, expected {Printable.OneLine(violation.Expected)}");
        return violations.Count == shown ? texts : texts.Append($"and {violations.Count - shown} other differences");
    }

    // The example is of the gravest: a scenario that failed before one that warned, and a scenario before a kind of response.
    private static IReadOnlyList<ViolationReport> Example(Cause cause, CauseMarks marks)
    {
        var scenario = Gravest(cause);
        if (scenario is { Violations.Count: > 0 })
            return scenario.Violations;
        if (cause.Responses is [var response, ..])
        {
            // An element of a list that is wrong like another is no other difference.
            return
            [
                .. marks.Counting(response)
                    .DistinctBy(finding => Seen.Of(finding.Pointer, finding.Actual))
                    .Select(finding =>
                        new ViolationReport(finding.Expected, Seen.At(finding.Pointer, finding.Actual), finding.Example)),
            ];
        }

        return [new ViolationReport("the scenario passes", scenario?.Error ?? "it does not", null)];
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

    private static IEnumerable<string> Places(Cause cause, int room)
    {
        var places = cause.Scenarios
            .Select(scenario => Printable.OneLine(
                string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{scenario.Line}  {scenario.Name}")))
            .Concat(cause.Responses.Select(response => string.Create(
                CultureInfo.InvariantCulture,
                $"every {response.Operation} answered {response.Status}, {Counted.Of(response.Count, "time")}")))
            .Concat(cause.Blocked.Count == 0 ? [] : [$"{Counted.Of(cause.Blocked.Count, "scenario")} that could not be checked"])
            .ToList();
        var most = Math.Min(MostPlaces, room);
        var shown = places.Count <= most ? places.Count : most - 1;
        return places.Count == shown
            ? places
            : places.Take(shown).Append(string.Create(CultureInfo.InvariantCulture, $"{(shown == 0 ? "" : "and ")}{places.Count - shown} {(shown == 0 ? "places" : "more places")}"));
    }
}
