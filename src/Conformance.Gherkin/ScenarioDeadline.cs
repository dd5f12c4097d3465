using System.Diagnostics;

namespace Conformance.Gherkin;

/// <summary>
/// Tells steps and hooks, which have it injected, until when they may run: until the scenario's time is up or the run is cancelled; in the hooks
/// after the scenario, until the time for these is up.
/// </summary>
/// <param name="cancellationToken">Ends with the time.</param>
public sealed class ScenarioDeadline(CancellationToken cancellationToken)
{
    private Action<TimeSpan>? _allow;
    private TimeSpan _time = Timeout.InfiniteTimeSpan;

    /// <summary>Ends with the time. Read it anew in each step or hook: those after the scenario have another one.</summary>
    public CancellationToken CancellationToken { get; internal set; } = cancellationToken;

    /// <summary>How long the scenario waited in <see cref="SuspendAsync"/>.</summary>
    internal TimeSpan Suspended { get; private set; }

    /// <summary>Waits for something that is not the scenario's own, such as a homeserver that starts: its time begins anew afterwards.</summary>
    /// <param name="wait">What is waited for; it has a deadline of its own.</param>
    public async Task<T> SuspendAsync<T>(Func<CancellationToken, Task<T>> wait)
    {
        ArgumentNullException.ThrowIfNull(wait);
        var started = Stopwatch.GetTimestamp();
        _allow?.Invoke(Timeout.InfiniteTimeSpan);
        try
        {
            return await wait(CancellationToken);
        }
        finally
        {
            Suspended += Stopwatch.GetElapsedTime(started);
            _allow?.Invoke(_time);
        }
    }

    /// <summary>Lets <see cref="SuspendAsync"/> change when the time is up.</summary>
    /// <param name="time">The scenario's time.</param>
    /// <param name="allow">Ends the time after that long from now.</param>
    internal void Control(TimeSpan time, Action<TimeSpan> allow) => (_time, _allow) = (time, allow);
}
