using Conformance.Runner.Bindings;
using Reqnroll.BoDi;

namespace Conformance.Runner.Running;

/// <summary>Runs code of others within a time.</summary>
/// <param name="stopTimeout">How long it may take to stop once it is asked to.</param>
internal sealed class Invocation(TimeSpan stopTimeout)
{
    /// <summary>
    /// Runs the work until it ends. When the token ends first and the work does not stop soon after, it is left to itself: a step that never returns
    /// must not keep the others from their results.
    /// </summary>
    /// <exception cref="OperationCanceledException">The work was left to itself, or did not begin; or says that it was cancelled.</exception>
    public async Task RunAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();

        // On a thread of its own, since a step may block before its first await.
        var task = Task.Run(work, CancellationToken.None);
        try
        {
            await task.WaitAsync(cancellationToken);
        }
        catch (OperationCanceledException) when (!task.IsCompleted)
        {
            await Task.WhenAny(task, Task.Delay(stopTimeout, CancellationToken.None));
            if (!task.IsCompleted)
            {
                Forget(task);
                throw;
            }

            await task;
        }
    }

    /// <summary>Runs the hooks of a kind that apply, in their order, until one throws.</summary>
    /// <exception cref="HookFailedException">One threw.</exception>
    public async Task RunHooksAsync(
        BindingRegistry registry, HookKind kind, ScopeSubject subject, IObjectContainer container, CancellationToken cancellationToken)
    {
        foreach (var hook in registry.Hooks.Where(hook => hook.Kind == kind && hook.AppliesTo(subject)).DistinctBy(hook => hook.Method))
        {
            try
            {
                await RunAsync(
                    () => BindingMethod.InvokeAsync(
                        hook.Method, [.. hook.Method.GetParameters().Select(parameter => container.Resolve(parameter.ParameterType))], container),
                    cancellationToken);
            }
            catch (Exception exception)
            {
                throw new HookFailedException(hook, exception);
            }
        }
    }

    /// <summary>Disposes of what a container made, in a time of its own.</summary>
    public async Task DisposeAsync(ObjectContainer container, TimeSpan timeout)
    {
        using var time = new CancellationTokenSource(timeout);
        await RunAsync(() => container.DisposeAsync().AsTask(), time.Token);
    }

    // Nobody awaits it any more: what it throws later is not to be reported as unobserved.
    private static void Forget(Task task) => task.ContinueWith(
        static left => _ = left.Exception, CancellationToken.None, TaskContinuationOptions.OnlyOnFaulted, TaskScheduler.Default);
}
