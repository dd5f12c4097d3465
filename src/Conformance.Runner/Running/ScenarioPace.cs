namespace Conformance.Runner.Running;

/// <summary>
/// Lets as many scenarios run at a time as the server under test bears: half as many when one shows that it is strained, and one more each
/// time that as many as may run have ended without such a sign. Safe to use from many scenarios at once.
/// </summary>
internal sealed class ScenarioPace
{
    // Fewer take longer, and strain a server hardly less.
    private const int Fewest = 4;

    private readonly int _most;
    private readonly Lock _gate = new();
    private readonly Queue<TaskCompletionSource> _waiting = [];
    private int _running;
    private int _slowed;
    private int _wellSince;

    /// <summary>Makes a pace.</summary>
    /// <param name="most">How many at a time at the beginning, and at most; at least 1.</param>
    public ScenarioPace(int most) => Limit = _most = most;

    /// <summary>How many may run at a time now.</summary>
    public int Limit { get; private set; }

    /// <summary>Waits until a scenario may begin.</summary>
    /// <returns>What to give to <see cref="Leave"/> when it has ended.</returns>
    public async Task<int> EnterAsync()
    {
        TaskCompletionSource? turn = null;
        lock (_gate)
        {
            if (_running < Limit)
                _running++;
            else
                _waiting.Enqueue(turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        }

        if (turn is not null)
            await turn.Task;
        return _slowed;
    }

    /// <summary>Notes that a scenario has ended.</summary>
    /// <param name="entered">What <see cref="EnterAsync"/> gave.</param>
    /// <param name="isStrained">Whether it showed that the server is strained.</param>
    public void Leave(int entered, bool isStrained)
    {
        lock (_gate)
        {
            _running--;
            if (isStrained)
                SlowDown(entered);
            else if (++_wellSince >= Limit && Limit < _most)
                (Limit, _wellSince) = (Limit + 1, 0);
            while (_running < Limit && _waiting.TryDequeue(out var next))
            {
                _running++;
                next.SetResult();
            }
        }
    }

    // Those that ran together saw the same strain: it counts once.
    private void SlowDown(int entered)
    {
        _wellSince = 0;
        if (entered != _slowed)
            return;
        _slowed++;
        Limit = Math.Min(Limit, Math.Max(Fewest, Limit / 2));
    }
}
