using Conformance.Runner.Results;

namespace Conformance.Runner.Running;

/// <summary>Collects what goes wrong outside of all scenarios.</summary>
internal sealed class FailureLog
{
    private readonly Lock _lock = new();
    private readonly List<(string Message, Exception Exception)> _failures = [];

    /// <summary>Does something and notes what it throws.</summary>
    public async Task WatchAsync(string when, Func<Task> action)
    {
        try
        {
            await action();
        }
        catch (HookFailedException exception)
        {
            Add($"{when}, {exception.Hook}", exception.InnerException!);
        }
        catch (Exception exception)
        {
            Add(when, exception);
        }
    }

    /// <summary>Notes a failure.</summary>
    public void Add(string who, Exception exception)
    {
        lock (_lock)
            _failures.Add(($"{who} failed: {exception.Message}", exception));
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
