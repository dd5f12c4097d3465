using System.Globalization;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Baselines;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;
using Conformance.Spec;
using Spectre.Console;

namespace Conformance.Reports.Terminal;

/// <summary>
/// Writes a report for people: the causes of failures and warnings first, the gravest before all; then what the baseline lists, what could
/// not be checked, the skips by reason, and the summary, whose last line is <see cref="SummaryLine"/>.
/// </summary>
/// <param name="output">Where it goes.</param>
/// <param name="colours">Whether the output takes ANSI sequences.</param>
public sealed class ConsoleReport(TextWriter output, bool colours)
{
    private const int Indent = 3;
    private const int LabelWidth = 10;
    private const int MostPassing = 10;

    private readonly ConsoleLines _lines = new(output, colours);

    /// <summary>Writes what is about to be run.</summary>
    /// <param name="suite">The suite's name and version.</param>
    /// <param name="scenarios">How many scenarios there are.</param>
    /// <param name="target">The homeserver.</param>
    /// <param name="version">The version of the specification that it is held against.</param>
    public void WriteBeginning(string suite, int scenarios, TargetReport target, SpecVersion version)
    {
        ArgumentNullException.ThrowIfNull(target);
        _lines.Line(
            $"{suite}: {Counted.Of(scenarios, "scenario")} against {Printable.OneLine(target.ToString())}, checked against {version}");
        _lines.Line();
    }

    /// <summary>Writes the whole report.</summary>
    /// <param name="report">The report.</param>
    /// <param name="file">The report.json that is written as well; null where none is.</param>
    /// <param name="snippets">Whether each cause has the entries that would list it in a baseline.</param>
    /// <param name="advice">How more scenarios could run; null where there is nothing to say.</param>
    public void Write(RunReport report, string? file = null, bool snippets = false, string? advice = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        WriteDeaths(report);
        new CauseLines(_lines, Path.GetDirectoryName(file)).Write(report, snippets);
        WriteErrors(report);
        new BaselineLines(_lines).Write(report);
        var reasons = new ReasonLines(_lines);
        reasons.Write(
            Of(report, Verdict.NotChecked),
            "not checked: these say nothing about the server",
            scenario => scenario.NotCheckedReason,
            lists: true);
        reasons.Write(Of(report, Verdict.Skip), "skipped", scenario => scenario.SkipReason, lists: false);
        WriteSummary(report, file, advice);
    }

    private void WriteDeaths(RunReport report)
    {
        foreach (var death in report.Deaths)
        {
            WriteDeath(death);
            _lines.Line();
        }
    }

    /// <summary>Writes what there is to say of a homeserver that died.</summary>
    internal void WriteDeath(DeathReport death)
    {
        _lines.Line(Printable.OneLine(death.Sentence), ConsoleStyle.Bad);
        foreach (var exchange in death.InFlight)
        {
            Field("In flight", ExchangeLines.Of(exchange));
            Field("Repeat", [exchange.Curl]);
        }
    }

    private void WriteErrors(RunReport report)
    {
        var scenarios = Of(report, Verdict.Error);
        if (scenarios.Count == 0)
            return;

        _lines.Line($"{Counted.Of(scenarios.Count, "error")} of the suite: this says nothing about the server", ConsoleStyle.Bad);
        _lines.Line();
        for (var index = 0; index < scenarios.Count; index++)
        {
            WriteScenario(index + 1, scenarios[index], report);
            _lines.Line();
        }
    }

    /// <summary>Writes what there is to say of a scenario that did not pass.</summary>
    internal void WriteScenario(int number, ScenarioReport scenario, RunReport report)
    {
        var first = true;
        foreach (var requirement in scenario.Requirements)
        {
            var lead = first ? string.Create(CultureInfo.InvariantCulture, $"{number}) ") : "";
            _lines.Line(lead.PadRight(Indent) + requirement.Id + "  ", ConsoleStyle.Heading, requirement.Text);
            Field("Clause", [requirement.Link.AbsoluteUri]);
            first = false;
        }

        if (first)
            _lines.Line(string.Create(CultureInfo.InvariantCulture, $"{number}) ").PadRight(Indent), ConsoleStyle.Heading,
                "(its tags name no requirement)");

        Field("Scenario", [scenario.Name, string.Create(CultureInfo.InvariantCulture, $"{scenario.File}:{scenario.Line}")]);
        if (scenario.FailedStep is { } step)
            Field("Step", [StepText.Of(step, scenario.Violations)]);
        if (scenario.Error is { } error)
            Field("Error", error.Split('\n').Select(line => Printable.OneLine(line.TrimEnd('\r'))), ConsoleStyle.Bad);

        if (scenario.FollowsFrom.Count > 0)
            Field("Follows", [$"from {string.Join(", ", scenario.FollowsFrom)}, by the same answer"]);

        foreach (var violation in scenario.Violations)
        {
            Field("Expected", [Printable.OneLine(violation.Expected)], ConsoleStyle.Good);
            Field("Actual", [ViolationText.Actual(violation)], ConsoleStyle.Bad);
            if (violation.After is { } after)
                Field("After", ExchangeLines.Of(after));
            WriteExchange(violation.Exchange);
        }

        if (scenario.Verdict is not Verdict.Error)
            Field("Baseline", BaselineSnippet.For(scenario, report));
    }

    private void WriteExchange(ExchangeReport? exchange)
    {
        if (exchange is null)
            return;

        Field("Exchange", ExchangeLines.Of(exchange));
        Field("Log", exchange.ServerLog.Select(Printable.OneLine));
        Field("Repeat", [exchange.Curl]);
    }

    /// <summary>Writes what there is to say of a kind of response that does not conform.</summary>
    /// <param name="response">The kind of response.</param>
    /// <param name="report">The report that it is of.</param>
    /// <param name="least">The least severity of the findings to write; under <c>--strict</c> a warning is enough.</param>
    internal void WriteResponse(ResponseReport response, RunReport report, FindingSeverity least)
    {
        _lines.Line(
            string.Create(CultureInfo.InvariantCulture, $"   {response.Operation} {response.Status}"),
            ConsoleStyle.Heading,
            $"  seen {Counted.Of(response.Count, "time")}");
        Field("Clause", [response.Link.AbsoluteUri]);
        var findings = report.Strictness is Strictness.Strict
            ? response.Findings.Where(finding => finding.Severity >= FindingSeverity.Warning)
            : response.Findings.Where(finding => finding.Severity >= least);
        ExchangeReport? shown = null;
        foreach (var finding in findings)
        {
            Field("Found", [Printable.OneLine(finding.Message)]);
            Field("Expected", [Printable.OneLine(finding.Expected)], ConsoleStyle.Good);
            Field("Actual", [Printable.OneLine(finding.Actual)], ConsoleStyle.Bad);
            if (finding.Example != shown)
                WriteExchange(finding.Example);
            shown = finding.Example;
        }

        Field("Baseline", BaselineSnippet.For(response, report));
    }

    private static List<ScenarioReport> Of(RunReport report, Verdict verdict) =>
        [.. report.Scenarios.Where(scenario => scenario.Verdict == verdict)];

    // How many scenarios were tried once more, and what came of it; null where none was.
    private static string? TriedAgain(RunReport report)
    {
        var again = report.Scenarios.Where(scenario => scenario.TriedAgain is not null).ToList();
        var still = again.Count(scenario => scenario.Verdict is Verdict.NotChecked);
        return again.Count == 0
            ? null
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{Counted.Of(again.Count, "scenario")}, alone: {again.Count - still} checked then, {still} not checked");
    }

    private void WriteSummary(RunReport report, string? file, string? advice)
    {
        if (report.Interrupted)
        {
            _lines.Line("The run was interrupted; the summary covers what it saw until then.", ConsoleStyle.Bad);
            _lines.Line();
        }

        Summary("Target", [Printable.OneLine($"{report.Target}, checked against {report.SpecVersion}")]);
        if (report.Profiles.Count > 0)
            Summary("Profiles", report.Profiles.Select(ProfileLine));
        if (report.StartedAfter > TimeSpan.Zero)
            Summary("Time",
                [$"{Counted.Seconds(report.StartedAfter)} from the command to the first scenario, {Counted.Seconds(report.StartedAfter + report.Elapsed)} to the end of the last"]);
        if (report.Strictness is not Strictness.Normal)
            Summary("Strictness", [report.Strictness is Strictness.Strict
                ? "--strict: a warning counts as a failure"
                : "--lenient: what follows from the text without being stated warns, whatever is at stake"]);
        Summary("Operations", [$"{report.Coverage.Operations} seen"]);
        Summary("Responses", [$"{report.Coverage.Responses} documented responses seen"]);
        Summary("Members", [$"{report.Coverage.Members} documented members of these responses seen"]);
        Summary("Requirements", [$"{report.Coverage.Requirements} checked"]);
        if (report.Baseline is { } baseline)
            Summary("Baseline", [BaselineLines.Summary(baseline)]);
        if (TriedAgain(report) is { } triedAgain)
            Summary("Tried again", [triedAgain]);
        var passing = report.Responses.Select(response => response.Passing?.TrimEnd('.')).OfType<string>().ToList();
        if (passing.Count > 0)
            Summary("Server errors", passing.Count <= MostPassing
                ? passing
                : [.. passing.Take(MostPassing), $"and {Counted.Of(passing.Count - MostPassing, "other kind")} that did not come again"]);
        if (report.CleanUpRemarks.Count > 0)
            Summary("Left behind", report.CleanUpRemarks.Select(Printable.OneLine));
        if (report.Scenarios.Any(scenario => scenario.Verdict is Verdict.Fail or Verdict.Warn))
        {
            Summary("Findings", [file is null
                ? "add --report DIR, and \"findings DIR/report.json\" writes a page for the server's authors"
                : $"\"findings {Printable.OneLine(file)}\" writes a page for the server's authors"]);
        }

        if (advice is not null)
            Summary("Skipped", [advice]);
        Summary("Seed", [report.Seed.ToString(CultureInfo.InvariantCulture)]);

        var summary = report.Summary;
        var bad = report.Deaths.Count + summary.Failed + summary.Errors + report.FailedResponses + report.StaleEntries;
        var style = bad > 0 ? ConsoleStyle.Bad
            : summary.Warned > 0 || !summary.IsConclusive ? ConsoleStyle.Doubtful
            : ConsoleStyle.Good;
        _lines.Line(SummaryLine.Of(report), style);
    }

    private static string ProfileLine(ProfileReport profile) => profile.Failure is null
        ? $"{profile.Name}: {Counted.Of(profile.Scenarios, "scenario")} ran; ready {Counted.Seconds(profile.ReadyAfter)} after the command, started in {Counted.Seconds(profile.Start)}"
        : $"{profile.Name}: did not start";

    private void Field(string name, IEnumerable<string> lines, Style? style = null) => _lines.Field(Indent, LabelWidth, name, lines, style);

    private void Summary(string name, IEnumerable<string> lines) => _lines.Field(0, 14, name, lines);
}
