using System.Diagnostics;

namespace Conformance.Runner.Running;

/// <summary>
/// Tells steps and hooks, which have it injected, until when they may run: until the scenario's time is up or the run is cancelled; in the
/// hooks after the scenario, until the time for these is up.
/// </summary>
public sealed class ScenarioDeadline
{
    private readonly TimeSpan _time;
    private readonly Action<TimeSpan> _allow;

    /// <param name="time">The scenario's time.</param>
    /// <param name="allow">Ends the time after that long from now.</param>
    /// <param name="cancellationToken">Ends with the time.</param>
    internal ScenarioDeadline(TimeSpan time, Action<TimeSpan> allow, CancellationToken cancellationToken) =>
        (_time, _allow, CancellationToken) = (time, allow, cancellationToken);

    /// <summary>Ends with the time. Read it in each step or hook: those after the scenario have another token.</summary>
    public CancellationToken CancellationToken { get; internal set; }

    /// <summary>Whether the scenario is tried once more, with no other beside it.</summary>
    public bool IsAlone { get; internal init; }

    /// <summary>How long the scenario waited in <see cref="SuspendAsync"/>.</summary>
    internal TimeSpan Suspended { get; private set; }

    /// <summary>
    /// Waits for something that is not the scenario's own, such as a homeserver that starts: its time starts again afterwards.
    /// </summary>
    /// <param name="wait">What is waited for; it has a deadline of its own.</param>
    public async Task<T> SuspendAsync<T>(Func<CancellationToken, Task<T>> wait)
    {
        ArgumentNullException.ThrowIfNull(wait);
        var started = Stopwatch.GetTimestamp();
        _allow(Timeout.InfiniteTimeSpan);
        try
        {
            return await wait(CancellationToken);
        }
        finally
        {
            Suspended += Stopwatch.GetElapsedTime(started);
            _allow(_time);
        }
    }
}
