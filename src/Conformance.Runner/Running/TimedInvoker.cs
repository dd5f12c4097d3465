using Conformance.Runner.Bindings;
using Reqnroll.Bindings;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace Conformance.Runner.Running;

/// <summary>Calls steps, hooks and transformations, each within the time that it has, and notes which hook failed.</summary>
/// <remarks>
/// In place of Reqnroll's own: that one has no time limits, and makes a binding error of an <see cref="ArgumentException"/> that a step throws.
/// </remarks>
/// <param name="options">How to run.</param>
/// <param name="failures">Takes what goes wrong outside of scenarios.</param>
internal sealed class TimedInvoker(RunOptions options, RunFailures failures) : IAsyncBindingInvoker
{
    /// <inheritdoc/>
    public async Task<object?> InvokeBindingAsync(
        IBinding binding, IContextManager contextManager, object[]? arguments, ITestTracer testTracer, DurationHolder durationHolder)
    {
        var hook = binding as IHookBinding;
        var scenario = contextManager.ScenarioContext?.ScenarioContainer;
        var execution = scenario?.Resolve<ScenarioExecution>();
        using var ownTime = OwnTime(hook, execution);
        var time = ownTime?.Token ?? execution!.CancellationToken;
        try
        {
            // What makes an argument does so at once, or awaits: it needs no thread of its own.
            var call = () => BindingMethod.InvokeAsync(BindingMethod.Of(binding), arguments ?? [], scenario);
            return binding is IStepArgumentTransformationBinding ? await call().WaitAsync(time) : await TimedCall.RunAsync(call, options.StopTimeout, time);
        }
        catch (Exception exception) when (hook is not null)
        {
            if (execution is not null)
                execution.NoteHook(hook, exception);
            else
                failures.NoteHook(hook, contextManager.FeatureContext?.FeatureInfo, exception);
            throw;
        }
    }

    // What runs outside of a scenario, or after a step whose time is up, has a time of its own; null where it is the scenario's.
    private CancellationTokenSource? OwnTime(IHookBinding? hook, ScenarioExecution? execution)
    {
        if (execution is not null)
        {
            return hook?.HookType == HookType.AfterStep && execution.CancellationToken.IsCancellationRequested
                ? new CancellationTokenSource(options.CleanUpTimeout)
                : null;
        }

        if (hook?.HookType is HookType.AfterFeature or HookType.AfterTestRun)
            return new CancellationTokenSource(options.CleanUpTimeout);
        var time = CancellationTokenSource.CreateLinkedTokenSource(failures.RunToken);
        time.CancelAfter(options.ScenarioTimeout);
        return time;
    }
}
