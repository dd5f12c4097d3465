using System.Globalization;
using Conformance.Matrix.Verdicts;
using Conformance.Reports.Wording;
using Conformance.Runner.Features;
using Conformance.Runner.Results;

namespace Conformance.Reports.Terminal;

/// <summary>
/// Shows how far a run is: on a terminal one line that is written over and over, elsewhere a line every few seconds.
/// </summary>
public sealed class ProgressLine : IRunObserver
{
    private static readonly TimeSpan TerminalInterval = TimeSpan.FromMilliseconds(80);
    private static readonly TimeSpan LogInterval = TimeSpan.FromSeconds(5);

    private readonly TextWriter _output;
    private readonly StatusLine _status;
    private readonly Func<ScenarioResult, Verdict> _verdict;
    private readonly TimeProvider _time;
    private readonly OrderedDictionary<Scenario, bool> _running = new(ReferenceEqualityComparer.Instance);
    private long _shownAt;
    private int _total;
    private int _done;
    private int _failed;

    /// <param name="output">Where lines go if there is no terminal; standard error, so that standard output has the report alone.</param>
    /// <param name="status">The terminal's line, if there is a terminal.</param>
    /// <param name="verdict">What a result means.</param>
    /// <param name="time">The clock.</param>
    public ProgressLine(TextWriter output, StatusLine status, Func<ScenarioResult, Verdict> verdict, TimeProvider time)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(status);
        ArgumentNullException.ThrowIfNull(time);
        _output = output;
        _status = status;
        _verdict = verdict;
        _time = time;
        _shownAt = time.GetTimestamp();
    }

    /// <inheritdoc/>
    public void RunStarted(int scenarios)
    {
        _total = scenarios;
        if (_status.IsTerminal)
            Show();
    }

    /// <inheritdoc/>
    public void ScenarioStarted(Scenario scenario)
    {
        _running[scenario] = true;
        ShowIfDue();
    }

    /// <inheritdoc/>
    public void ScenarioPutOff(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _running.Remove(result.Scenario);
        ShowIfDue();
    }

    /// <inheritdoc/>
    public void ScenarioFinished(ScenarioResult result)
    {
        ArgumentNullException.ThrowIfNull(result);
        _running.Remove(result.Scenario);
        _done++;
        if (_verdict(result) is Verdict.Fail or Verdict.Error)
            _failed++;
        ShowIfDue();
    }

    /// <inheritdoc/>
    public void RunFinished(TimeSpan elapsed) => _status.Clear();

    private void ShowIfDue()
    {
        if (_time.GetElapsedTime(_shownAt) >= (_status.IsTerminal ? TerminalInterval : LogInterval))
            Show();
    }

    private void Show()
    {
        _shownAt = _time.GetTimestamp();
        var failed = _failed == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", {_failed} failed");
        var text = string.Create(CultureInfo.InvariantCulture, $"{_done}/{_total} scenarios{failed}");

        // The one that runs longest: where a server hangs, this is what it hangs on.
        if (_running.Count > 0)
            text += $"; running {Printable.OneLine(_running.GetAt(0).Key.Name)}";

        if (_status.IsTerminal)
        {
            _status.Show(text);
        }
        else
        {
            _output.WriteLine(text);
            _output.Flush();
        }
    }
}
