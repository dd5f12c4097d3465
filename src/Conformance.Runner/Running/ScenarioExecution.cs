using System.Collections.Specialized;
using System.Diagnostics;
using Conformance.Runner.Bindings;
using Conformance.Runner.Results;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Xunit;

namespace Conformance.Runner.Running;

/// <summary>Runs one scenario once.</summary>
internal sealed class ScenarioExecution : IDisposable
{
    private readonly Scenario _scenario;
    private readonly BindingRegistry _registry;
    private readonly RunOptions _options;
    private readonly CancellationToken _runToken;
    private readonly CancellationTokenSource _time;
    private readonly Invocation _invocation;
    private readonly ScopeSubject _subject;
    private readonly ObjectContainer _container;
    private readonly ScenarioContext _context;
    private readonly ScenarioDeadline _deadline;
    private readonly ScenarioOutput _output = new();
    private readonly ScenarioVerdict _verdict = new();

    public ScenarioExecution(Scenario scenario, BindingRegistry registry, RunOptions options, ObjectContainer feature, CancellationToken runToken)
    {
        _scenario = scenario;
        _registry = registry;
        _options = options;
        _runToken = runToken;
        _time = CancellationTokenSource.CreateLinkedTokenSource(runToken);
        _invocation = new Invocation(options.StopTimeout);
        _subject = ScopeSubject.Of(scenario);
        _container = new ObjectContainer(feature);
        _context = new ScenarioContext(_container, InfoOf(scenario));
        _deadline = new ScenarioDeadline(_time.Token);
        _deadline.Control(options.ScenarioTimeout, _time.CancelAfter);
        _container.RegisterInstanceAs<IScenarioContext>(_context);
        _container.RegisterInstanceAs(_context);
        _container.RegisterInstanceAs(_deadline);
        _container.RegisterInstanceAs<IReqnrollOutputHelper>(_output);
    }

    /// <summary>Runs it to its end. Throws nothing: whatever happens is its result.</summary>
    /// <param name="prerequisite">What has to be done before it, e.g. the hooks before its feature.</param>
    public async Task<ScenarioResult> RunAsync(Func<Task> prerequisite)
    {
        var started = Stopwatch.GetTimestamp();
        _time.CancelAfter(_options.ScenarioTimeout);
        if (await TryAsync(prerequisite))
        {
            if (await TryAsync(() => RunHooksAsync(HookKind.BeforeScenario)))
                await RunStepsAsync();
            await CleanUpAsync();
        }

        return _verdict.Result(_scenario) with
        {
            Duration = Stopwatch.GetElapsedTime(started) - _deadline.Suspended,
            Context = new Dictionary<string, object>(_context),
            Output = _output.ToString(),
        };
    }

    /// <inheritdoc/>
    public void Dispose() => _time.Dispose();

    private async Task RunStepsAsync()
    {
        foreach (var step in _scenario.Steps)
        {
            var type = Enum.Parse<StepDefinitionType>(step.Kind.ToString());
            if (!await TryAsync(() => SwitchBlockAsync((ScenarioBlock)type)))
                return;

            var match = _registry.Match(_scenario, step);
            var arguments = (match as StepMatch.Found)?.Arguments;
            _context.StepContext = new ScenarioStepContext(
                new StepInfo(type, step.Text, arguments?.OfType<DataTable>().LastOrDefault(), step.DocString));
            var ended = await RunStepAsync(step, match);
            _context.StepContext = null;
            if (!ended)
                return;
        }

        await TryAsync(() => SwitchBlockAsync(ScenarioBlock.None));
    }

    private async Task<bool> RunStepAsync(ScenarioStep step, StepMatch match)
    {
        object?[] arguments = [];
        var begun = false;
        var ended = await TryAsync(
            async () =>
            {
                if (_registry.Problems.Count > 0)
                    throw new BindingException(string.Join('\n', _registry.Problems));
                if (StepProblem.Exception(_scenario, step, match) is { } problem)
                    throw problem;

                var found = (StepMatch.Found)match;
                await _invocation.RunAsync(async () => arguments = await ArgumentsAsync(found), _time.Token);
                begun = true;
                await RunHooksAsync(HookKind.BeforeStep);
                await _invocation.RunAsync(() => BindingMethod.InvokeAsync(found.Definition.Method, arguments, _container), _time.Token);
            },
            step);

        // As after the scenario, those hooks are told of what went wrong, and run nonetheless.
        if (begun)
            ended &= await TryAsync(() => RunHooksAsync(HookKind.AfterStep, evenLate: true));
        return ended;
    }

    private async Task<object?[]> ArgumentsAsync(StepMatch.Found found)
    {
        var parameters = found.Definition.Method.GetParameters();
        var arguments = new object?[parameters.Length];
        for (var i = 0; i < arguments.Length; i++)
            arguments[i] = await _registry.Converter.ConvertAsync(found.Arguments[i], parameters[i].ParameterType, _container);
        return arguments;
    }

    private async Task SwitchBlockAsync(ScenarioBlock block)
    {
        if (_context.CurrentScenarioBlock == block)
            return;
        if (_context.CurrentScenarioBlock != ScenarioBlock.None)
            await RunHooksAsync(HookKind.AfterScenarioBlock);
        _context.CurrentScenarioBlock = block;
        if (block != ScenarioBlock.None)
            await RunHooksAsync(HookKind.BeforeScenarioBlock);
    }

    private async Task CleanUpAsync()
    {
        using var time = new CancellationTokenSource(_options.CleanUpTimeout);
        _deadline.CancellationToken = time.Token;
        await TryAsync(() => _invocation.RunHooksAsync(_registry, HookKind.AfterScenario, _subject, _container, time.Token));
        await TryAsync(() => _invocation.DisposeAsync(_container, _options.CleanUpTimeout));
    }

    private async Task RunHooksAsync(HookKind kind, bool evenLate = false)
    {
        using var late = new CancellationTokenSource(_options.CleanUpTimeout);
        await _invocation.RunHooksAsync(_registry, kind, _subject, _container, evenLate && _time.IsCancellationRequested ? late.Token : _time.Token);
    }

    /// <summary>Does a part of the scenario and notes what it throws.</summary>
    /// <returns>Whether it ended well.</returns>
    private async Task<bool> TryAsync(Func<Task> part, ScenarioStep? step = null)
    {
        try
        {
            await part();
            return true;
        }
        catch (Exception caught)
        {
            var hook = caught as HookFailedException;
            var exception = hook?.InnerException ?? caught;
            var outcome = OutcomeOf(exception);
            if (outcome is ScenarioOutcome.TimedOut)
                exception = new TimeoutException(LateMessage(step, hook?.Hook), exception);
            _verdict.Note(outcome, exception, hook is null ? step : null, hook?.Hook);

            _context.TestError ??= exception;
            if (_context.ScenarioExecutionStatus == ScenarioExecutionStatus.OK)
                _context.ScenarioExecutionStatus = StatusOf(exception);
            if (step is not null && _context.StepContext is { } current)
                (current.Status, current.StepError) = (StatusOf(exception), exception);
            return false;
        }
    }

    private ScenarioOutcome OutcomeOf(Exception exception) => exception switch
    {
        SkipException => ScenarioOutcome.Skipped,
        BindingException or MissingStepDefinitionException => ScenarioOutcome.BindingError,
        _ when !IsCancellation(exception) => ScenarioOutcome.Failed,
        _ when _runToken.IsCancellationRequested => ScenarioOutcome.Cancelled,
        _ when _time.IsCancellationRequested || _deadline.CancellationToken.IsCancellationRequested => ScenarioOutcome.TimedOut,
        _ => ScenarioOutcome.Failed,
    };

    private string LateMessage(ScenarioStep? step, string? hook)
    {
        var what = hook ?? (step is null ? "the scenario" : $"{_scenario.File}:{step.Line}: '{step.Keyword} {step.Text}'");
        return hook?.StartsWith($"[{HookKind.AfterScenario}]", StringComparison.Ordinal) == true
            ? $"{what} did not end within the {_options.CleanUpTimeout.TotalSeconds:0.###} s for cleaning up."
            : $"{what} did not end: the scenario's {_options.ScenarioTimeout.TotalSeconds:0.###} s are over.";
    }

    // Clients wrap what their requests throw.
    private static bool IsCancellation(Exception? exception)
    {
        for (; exception is not null; exception = exception.InnerException)
        {
            if (exception is OperationCanceledException)
                return true;
        }

        return false;
    }

    private static ScenarioExecutionStatus StatusOf(Exception exception) => exception switch
    {
        SkipException => ScenarioExecutionStatus.Skipped,
        PendingStepException => ScenarioExecutionStatus.StepDefinitionPending,
        MissingStepDefinitionException => ScenarioExecutionStatus.UndefinedStep,
        BindingException => ScenarioExecutionStatus.BindingError,
        _ => ScenarioExecutionStatus.TestError,
    };

    private static ScenarioInfo InfoOf(Scenario scenario)
    {
        var arguments = new OrderedDictionary();
        foreach (var (column, value) in scenario.Arguments)
            arguments[column] = value;
        return new ScenarioInfo(
            scenario.Title ?? scenario.Name,
            scenario.Description,
            [.. scenario.Tags.Except(scenario.FeatureTags)],
            arguments,
            [.. scenario.FeatureTags]);
    }
}
