using System.Diagnostics;

namespace Conformance.Runner;

/// <summary>
/// Tells steps and hooks, which have it injected, until when they may run: until the scenario's time is up or the run is cancelled; in the hooks
/// after the scenario, until the time for these is up.
/// </summary>
/// <remarks>
/// Made by an engine that knows no deadlines, as Reqnroll does for whoever asks for one, it gives the scenario the time which is ours by default.
/// </remarks>
public sealed class ScenarioDeadline : IDisposable
{
    private readonly CancellationTokenSource? _own;
    private Action<TimeSpan>? _allow;
    private TimeSpan _time = Timeout.InfiniteTimeSpan;

    /// <summary>A deadline from now on, after <see cref="RunOptions.ScenarioTimeout"/> as it is by default.</summary>
    public ScenarioDeadline()
    {
        var time = new RunOptions().ScenarioTimeout;
        _own = new CancellationTokenSource(time);
        CancellationToken = _own.Token;
        Control(time, _own.CancelAfter);
    }

    /// <summary>A deadline that somebody else watches.</summary>
    /// <param name="cancellationToken">Ends with the time.</param>
    internal ScenarioDeadline(CancellationToken cancellationToken) => CancellationToken = cancellationToken;

    /// <summary>Ends with the time. Read it anew in each step or hook: those after the scenario have another one.</summary>
    public CancellationToken CancellationToken { get; internal set; }

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

    /// <inheritdoc/>
    public void Dispose() => _own?.Dispose();

    /// <summary>Lets <see cref="SuspendAsync"/> change when the time is up.</summary>
    /// <param name="time">The scenario's time.</param>
    /// <param name="allow">Ends the time after that long from now.</param>
    internal void Control(TimeSpan time, Action<TimeSpan> allow) => (_time, _allow) = (time, allow);
}
