using Conformance.Runner.Features;
using Conformance.Runner.Results;

namespace Conformance.Runner.Running;

/// <summary>Makes one outcome of all that went wrong in a scenario.</summary>
internal sealed class ScenarioVerdict
{
    private readonly List<Exception> _further = [];
    private ScenarioOutcome _outcome = ScenarioOutcome.Passed;
    private Exception? _exception;
    private ScenarioStep? _step;
    private string? _hook;

    /// <summary>
    /// Notes what was thrown. The first decides; only a skip gives way to what fails after it, since a scenario that
    /// cannot clean up has more to say than that it did not run.
    /// </summary>
    public void Note(ScenarioOutcome outcome, Exception exception, ScenarioStep? step, string? hook)
    {
        var decides = _outcome == ScenarioOutcome.Passed || (_outcome == ScenarioOutcome.Skipped && outcome != ScenarioOutcome.Skipped);
        if (!decides)
        {
            _further.Add(exception);
            return;
        }

        if (_exception is not null)
            _further.Add(_exception);
        (_outcome, _exception, _step, _hook) = (outcome, exception, step, hook);
    }

    /// <summary>Notes what was thrown and decides nothing.</summary>
    public void NoteAside(Exception exception) => _further.Add(exception);

    /// <summary>The outcome so far; duration and context are for the caller to add.</summary>
    public ScenarioResult Result(Scenario scenario) => new()
    {
        Scenario = scenario,
        Outcome = _outcome,
        Exception = _outcome == ScenarioOutcome.Skipped ? null : _exception,
        FurtherExceptions = [.. _further],
        FailedStep = _outcome == ScenarioOutcome.Skipped ? null : _step,
        FailedHook = _outcome == ScenarioOutcome.Skipped ? null : _hook,
        SkipReason = _outcome == ScenarioOutcome.Skipped ? _exception!.Message : null,
        Duration = TimeSpan.Zero,
        Context = new Dictionary<string, object>(),
    };
}
