namespace Conformance.Runner.Running;

/// <summary>Runs code of others within a time.</summary>
internal static class TimedCall
{
    /// <summary>
    /// Runs the work until it ends. When the token ends first and the work does not stop soon after, it is left to itself: a step that
    /// never returns must not keep the others from their results.
    /// </summary>
    /// <param name="work">The work.</param>
    /// <param name="stopTimeout">How long it may take to stop once the token has ended.</param>
    /// <param name="cancellationToken">Ends with the time.</param>
    /// <exception cref="OperationCanceledException">
    /// The work was left to itself, or did not begin; or says that it was cancelled.
    /// </exception>
    public static async Task<T> RunAsync<T>(Func<Task<T>> work, TimeSpan stopTimeout, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // On a thread of its own, since a step may block before its first await.
        var task = Task.Run(work, CancellationToken.None);
        try
        {
            return await task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(stopTimeout, CancellationToken.None));
            if (task.IsCompleted)
                return await task;
            Forget(task);
            throw;
        }
    }

    // Nobody awaits it any more: what it throws later is not to be reported as unobserved.
    private static void Forget(Task task) => task.ContinueWith(
        static left => _ = left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
