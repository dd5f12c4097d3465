using System.Globalization;
using Conformance.Matrix.Redaction;
using Conformance.Reports.Building;
using Conformance.Reports.Wording;
using Conformance.Runner.Features;
using Conformance.Runner.Results;

namespace Conformance.Reports.Terminal;

/// <summary>Writes every exchange of a scenario, redacted, as soon as the scenario has ended.</summary>
/// <param name="output">Where it goes.</param>
/// <param name="colours">Whether the output takes ANSI sequences.</param>
/// <param name="redactor">Masks the run's secrets.</param>
/// <param name="strict">Whether a warning counts as a failure.</param>
public sealed class VerboseLog(TextWriter output, bool colours, Redactor redactor, bool strict) : IRunObserver
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
    public void ScenarioFinished(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        var verdict = ScenarioVerdict.Of(result, strict);
        _lines.Line(
            verdict.ToString().ToUpperInvariant() + "  ",
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

    /// <inheritdoc/>
    public void RunFinished(TimeSpan elapsed)
    {
    }
}
