using Conformance.Runner.Results;
using Reqnroll;
using Reqnroll.Bindings;

namespace Conformance.Runner.Running;

/// <summary>Collects what goes wrong outside of all scenarios.</summary>
internal sealed class RunFailures
{
    private readonly Lock _lock = new();
    private readonly Dictionary<Exception, string> _hooks = new(ReferenceEqualityComparer.Instance);
    private readonly List<(string Message, Exception Exception)> _failures = [];

    /// <summary>Ends when the run is cancelled.</summary>
    public CancellationToken RunToken { get; set; }

    /// <summary>
    /// Notes what a hook threw. After a feature or the run that is the run's failure; before them it is that of the scenarios which cannot
    /// run.
    /// </summary>
    public void NoteHook(IHookBinding hook, FeatureInfo? feature, Exception exception)
    {
        var name = HookNames.Of(hook);
        lock (_lock)
            _hooks[exception] = name;
        if (hook.HookType == HookType.AfterFeature)
            Add($"After the feature '{feature?.Title}', {name}", exception);
        else if (hook.HookType == HookType.AfterTestRun)
            Add($"After the run, {name}", exception);
    }

    /// <summary>The hook that threw an exception; null where none did.</summary>
    public string? HookOf(Exception exception)
    {
        lock (_lock)
            return _hooks.GetValueOrDefault(exception);
    }

    /// <summary>Does something and notes what it throws; hooks in it have been noted where they failed.</summary>
    public async Task WatchAsync(string when, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (Exception exception)
        {
            foreach (var thrown in exception is AggregateException several ? several.InnerExceptions.AsEnumerable() : [exception])
            {
                if (HookOf(thrown) is null)
                    Add(when, thrown);
            }
        }
    }

    /// <summary>Notes a failure. A feature's hooks run once for each scenario at a time: what they say again is noted once.</summary>
    public void Add(string who, Exception exception)
    {
        var message = $"{who} failed: {exception.Message}";
        lock (_lock)
        {
            if (!_failures.Any(failure => failure.Message == message))
                _failures.Add((message, exception));
        }
    }

    /// <summary>Throws what was noted, if anything was.</summary>
    /// <exception cref="RunFailedException">Something was.</exception>
    public void ThrowIfAny(IReadOnlyList<ScenarioResult> results)
    {
        if (_failures.Count == 0)
            return;
        var inner = _failures.Count == 1 ? _failures[0].Exception : new AggregateException(_failures.Select(failure => failure.Exception));
        throw new RunFailedException(string.Join('\n', _failures.Select(failure => failure.Message)), inner, results);
    }
}
