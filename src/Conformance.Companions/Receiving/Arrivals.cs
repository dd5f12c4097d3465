namespace Conformance.Companions.Receiving;

/// <summary>Things that arrive one by one, and can be awaited. Safe to use from many threads.</summary>
/// <typeparam name="T">What comes in.</typeparam>
internal sealed class Arrivals<T>
{
    private readonly Lock _gate = new();
    private readonly List<T> _items = [];
    private TaskCompletionSource _next = NewSignal();

    /// <summary>Everything so far, in order.</summary>
    public IReadOnlyList<T> All
    {
        get
        {
            lock (_gate)
                return [.. _items];
        }
    }

    /// <summary>Adds one and wakes those who wait.</summary>
    public void Add(T item)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            _items.Add(item);
            signal = _next;
            _next = NewSignal();
        }

        signal.TrySetResult();
    }

    /// <summary>Waits until something can be found among what came in.</summary>
    /// <param name="find">Looks; null for not yet. Is called again after each arrival.</param>
    /// <param name="deadline">How long to wait.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What was found; null if the deadline has passed.</returns>
    public async Task<TFound?> AwaitAsync<TFound>(
        Func<IReadOnlyList<T>, TFound?> find, TimeSpan deadline, CancellationToken cancellationToken)
        where TFound : class
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(deadline);
        while (true)
        {
            Task signal;
            lock (_gate)
            {
                if (find(_items) is { } found)
                    return found;
                signal = _next.Task;
            }

            try
            {
                await signal.WaitAsync(limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return null;
            }
        }
    }

    // Those who wait go on in threads of their own: the thread that adds the thing must not run their code.
    private static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
