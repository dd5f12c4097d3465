using System.Globalization;
using Conformance.Matrix.Redaction;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Building;
using Conformance.Reports.Wording;
using Conformance.Runner.Features;
using Conformance.Runner.Results;

namespace Conformance.Reports.Terminal;

/// <summary>Writes every exchange of a scenario, redacted, as soon as the scenario has ended.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="colours">Whether the output takes ANSI sequences.</param>
/// <param name="redactor">Masks the run's secrets.</param>
/// <param name="strictness">How heavily a violation weighs.</param>
public sealed class VerboseLog(TextWriter output, bool colours, Redactor redactor, Strictness strictness) : IRunObserver
{
    private readonly ConsoleLines _lines = new(output, colours);

    /// <inheritdoc/>
    public void RunStarted(int scenarios)
    {
    }

    /// <inheritdoc/>
    public void ScenarioStarted(Scenario scenario)
    {
    }

    /// <inheritdoc/>
    public void ScenarioPutOff(ScenarioResult result) => Write(result, "AGAIN");

    /// <inheritdoc/>
    public void ScenarioFinished(ScenarioResult result) =>
        Write(result, ScenarioVerdict.Of(result, strictness) is Verdict.NotChecked ? "NOT CHECKED" : null);

    /// <inheritdoc/>
    public void RunFinished(TimeSpan elapsed)
    {
    }

    private void Write(ScenarioResult result, string? word)
    {
        ArgumentNullException.ThrowIfNull(result);
        var verdict = ScenarioVerdict.Of(result, strictness);
        _lines.Line(
            (word ?? verdict.ToString().ToUpperInvariant()) + "  ",
            ConsoleStyle.Of(verdict),
            string.Create(CultureInfo.InvariantCulture, $"{result.Scenario.File}:{result.Scenario.Line}  {result.Scenario.Name}"));
        foreach (var exchange in ScenarioVerdict.RecordOf(result)?.Exchanges ?? [])
        {
            foreach (var line in ExchangeLines.Of(ExchangeReports.Of(exchange, redactor)!))
                _lines.Line("  " + line);
            foreach (var finding in exchange.Findings)
                _lines.Line($"  {finding.Severity.ToString().ToLowerInvariant()}: ", ConsoleStyle.Doubtful,
                    Printable.OneLine(redactor.Text(finding.Message)));
        }

        _lines.Line();
    }
}
