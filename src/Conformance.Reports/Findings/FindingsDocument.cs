using System.Globalization;
using System.Text;
using Conformance.Matrix.Exchanges;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Causes;
using Conformance.Reports.Model;
using Conformance.Reports.Wording;

namespace Conformance.Reports.Findings;

/// <summary>
/// What a run found on a server, as a Markdown page for the server's authors: the causes, what is gravest first, each with its
/// requirements, clauses, an example, and where it shows.
/// </summary>
public sealed class FindingsDocument
{
    private readonly StringBuilder _text = new();
    private readonly RunReport _report;

    private readonly string? _note;

    private FindingsDocument(RunReport report, string? note) => (_report, _note) = (report, note);

    /// <summary>The page.</summary>
    /// <param name="report">The run.</param>
    /// <param name="note">A paragraph of Markdown for the head of the page; null for none.</param>
    public static string Of(RunReport report, string? note = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        return new FindingsDocument(report, note).Write();
    }

    private string Write()
    {
        var causes = CauseFinder.Of(_report);
        var server = _report.Target.ToServer();
        var scenarios = causes.Sum(cause => cause.Scenarios.Count);
        var responses = causes.Sum(cause => cause.Responses.Count);
        Line($"# Findings: {server}");
        Line();
        if (_note is not null)
        {
            Line(_note);
            Line();
        }

        Line($"What {_report.Suite} found on {server}, checked against Matrix {_report.SpecVersion}. Generated from the run's `report.json` by");
        Line("`conformance findings`; do not edit. What one change of the server would mend is one cause; the gravest come first.");
        Line("A warning is a recommendation not followed, or a violation of a requirement that follows from the text of the specification");
        Line("without being stated there, or that the text leaves open.");
        Line();
        Line($"{Counted.Of(causes.Count, "cause")} behind {Counted.Of(scenarios, "scenario")} and {Counted.Of(responses, "kind")} of response. {Others()}");
        foreach (var cause in causes)
            Write(cause);
        WritePassing();
        return _text.ToString();
    }

    private void Write(Cause cause)
    {
        Line();
        Line($"## {StakeWords.Of(cause.Stake)}: {Escape(cause.Title)}{(cause.Verdict is Verdict.Warn ? " (warning)" : "")}");
        Line();
        foreach (var requirement in cause.Requirements)
            Line($"- {requirement.Id}: {Escape(requirement.Text)} ([clause]({requirement.Link.AbsoluteUri}))");
        foreach (var response in cause.Responses)
            Line($"- {response.Check}: a response of this kind has another form than the specification prescribes ([clause]({response.Link.AbsoluteUri}))");
        Line();
        foreach (var scenario in cause.Scenarios)
            Write(scenario);
        foreach (var response in cause.Responses)
            Write(response);
        if (cause.Blocked.Count == 0)
            return;
        Line(string.Create(CultureInfo.InvariantCulture, $"- {Counted.Of(cause.Blocked.Count, "scenario")} could not be checked without it:"));
        foreach (var scenario in cause.Blocked)
            Line($"  - {Escape(scenario.Name)} (`{scenario.File}`)");
    }

    private void Write(ScenarioReport scenario)
    {
        Line($"- {Escape(scenario.Name)} (`{scenario.File}`)");
        foreach (var violation in scenario.Violations)
        {
            if (violation.IsHarm)
                Line("  - harm done:");
            WriteDifference(violation.Expected, ViolationText.Actual(violation));
            WriteEvidence("after", violation.After);
            WriteEvidence("in", violation.Exchange);
        }

        WriteReason(scenario.IsExpected ? scenario.Reason : "");
    }

    private void Write(ResponseReport response)
    {
        Line(string.Create(CultureInfo.InvariantCulture, $"- {response.Check}, seen {Counted.Of(response.Count, "time")}"));
        foreach (var finding in response.Findings.Where(finding => finding.Severity > FindingSeverity.Note))
        {
            Line($"  - {Escape(finding.Message)}");
            WriteDifference(finding.Expected, finding.Actual);
            WriteEvidence("in", finding.Example);
        }

        WriteReason(response.Reason);
    }

    private void WritePassing()
    {
        var passing = _report.Responses.Select(response => response.Passing).OfType<string>().ToList();
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

    private void WriteDifference(string expected, string actual)
    {
        Line($"  - expected: {Escape(expected)}");
        Line($"  - seen: {Escape(actual)}");
    }

    // What a page for many readers needs of an exchange; the rest is in the report.
    private void WriteEvidence(string how, ExchangeReport? exchange)
    {
        if (exchange is null)
            return;
        var status = exchange.Status is { } number ? number.ToString(CultureInfo.InvariantCulture) : "no answer";
        Line($"  - {how}: {(exchange.Operation is { } operation ? $"{operation}, " : "")}{exchange.Method} {Escape(PathOf(exchange.Url))}, answered {status}");
        foreach (var line in exchange.ServerLog)
            Line($"  - logged: {Escape(line)}");
    }

    private static string PathOf(string url) => Uri.TryCreate(url, UriKind.Absolute, out var absolute) ? absolute.AbsolutePath : url;

    private void WriteReason(string reason)
    {
        if (reason.Length > 0)
            Line($"  - in the baseline: {Escape(reason)}");
    }

    private void Line(string text = "") => _text.Append(text).Append('\n');

    private string Others()
    {
        var summary = _report.Summary;
        var notChecked = summary.NotChecked > 0
            ? string.Create(CultureInfo.InvariantCulture, $" {summary.NotChecked} could not be checked.")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Of the other scenarios, {summary.Passed} passed and {summary.Skipped} were skipped.{notChecked}");
    }

    // Escapes what Markdown would take for markup: user ids, JSON, member names with underscores.
    private static string Escape(string text) =>
        string.Concat(Printable.OneLine(text).Trim()
            .Select(character => "\\`*_<>|[]".Contains(character, StringComparison.Ordinal) ? $"\\{character}" : character.ToString()));
}
