using System.Diagnostics;
using Conformance.Runner.Bindings;
using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Reqnroll;
using Reqnroll.Bindings;

namespace Conformance.Runner.Running;

/// <summary>Runs one scenario once, on one of Reqnroll's runners.</summary>
internal sealed class ScenarioExecution : IDisposable
{
    private readonly Scenario _scenario;
    private readonly Func<Scenario, ScenarioStep, BindingException?> _whyUnbound;
    private readonly RunOptions _options;
    private readonly ITestRunner _runner;
    private readonly CancellationToken _runToken;
    private readonly CancellationTokenSource _time;
    private readonly ScenarioDeadline _deadline;
    private readonly ScenarioOutput _output = new();
    private readonly ScenarioVerdict _verdict = new();
    private readonly HashSet<Exception> _noted = new(ReferenceEqualityComparer.Instance);
    private readonly long _started = Stopwatch.GetTimestamp();
    private ScenarioContext? _context;
    private ScenarioStep? _step;

    public ScenarioExecution(
        Scenario scenario,
        Func<Scenario, ScenarioStep, BindingException?> whyUnbound,
        RunOptions options,
        ITestRunner runner,
        bool isAlone,
        CancellationToken runToken)
    {
        _scenario = scenario;
        _whyUnbound = whyUnbound;
        _options = options;
        _runner = runner;
        _runToken = runToken;
        _time = CancellationTokenSource.CreateLinkedTokenSource(runToken);
        _time.CancelAfter(options.ScenarioTimeout);
        _deadline = new ScenarioDeadline(options.ScenarioTimeout, _time.CancelAfter, _time.Token) { IsAlone = isAlone };
    }

    /// <summary>Ends when what runs now has to.</summary>
    public CancellationToken CancellationToken => _deadline.CancellationToken;

    /// <summary>Whether the runner can be used again; not while something on it does not come to an end.</summary>
    public bool IsOver { get; private set; } = true;

    /// <summary>Runs it to its end. Throws nothing: whatever happens is its result.</summary>
    public async Task<ScenarioResult> RunAsync()
    {
        _runner.OnScenarioInitialize(ReqnrollInfo.ScenarioOf(_scenario), ReqnrollInfo.RuleOf(_scenario));
        _context = _runner.ScenarioContext;
        _context.ScenarioContainer.RegisterInstanceAs(this);
        _context.ScenarioContainer.RegisterInstanceAs(_deadline);
        _context.ScenarioContainer.RegisterInstanceAs<IReqnrollOutputHelper>(_output);

        await TryAsync(_runner.OnScenarioStartAsync);
        if (_context.ScenarioExecutionStatus == ScenarioExecutionStatus.OK && await RunStepsAsync())
            await TryAsync(_runner.CollectScenarioErrorsAsync);
        await CleanUpAsync();
        return Result();
    }

    /// <summary>The result of a scenario that cannot begin.</summary>
    /// <param name="exception">Why not.</param>
    /// <param name="hook">The hook that threw it; null where none did.</param>
    public ScenarioResult NotBegun(Exception exception, string? hook)
    {
        Note(exception, null, hook);
        return Result();
    }

    /// <summary>Notes what one of the scenario's hooks threw.</summary>
    public void NoteHook(IHookBinding hook, Exception exception)
    {
        // Hooks after a step run when that has failed, and before its failure is known here.
        NoteStep();
        if (_noted.Add(exception))
            Note(exception, null, HookNames.Of(hook));
    }

    /// <inheritdoc/>
    public void Dispose() => _time.Dispose();

    private async Task<bool> RunStepsAsync()
    {
        foreach (var step in _scenario.Steps)
        {
            _step = step;
            var keyword = $"{step.Keyword} ";
            var table = ReqnrollInfo.TableOf(step);
            var ended = await TryAsync(() => step.Kind switch
            {
                StepKind.Given => _runner.GivenAsync(step.Text, step.DocString, table, keyword),
                StepKind.When => _runner.WhenAsync(step.Text, step.DocString, table, keyword),
                _ => _runner.ThenAsync(step.Text, step.DocString, table, keyword),
            });
            NoteStep();
            _step = null;
            if (!ended || _context!.ScenarioExecutionStatus != ScenarioExecutionStatus.OK)
                return false;
        }

        return true;
    }

    private async Task CleanUpAsync()
    {
        using var time = new CancellationTokenSource(_options.CleanUpTimeout);
        _deadline.CancellationToken = time.Token;

        // Hooks have their time by themselves. What they leave to be disposed of has none, and gets a little more.
        using var end = new CancellationTokenSource(_options.CleanUpTimeout + (2 * _options.StopTimeout));
        IsOver = await TryAsync(() => TimedCall.RunAsync(
            async () =>
            {
                await _runner.OnScenarioEndAsync();
                return true;
            },
            _options.StopTimeout,
            end.Token)) || _runner.ScenarioContext is null;
    }

    /// <summary>Does a part of the scenario and notes what it throws.</summary>
    /// <returns>Whether it ended without a throw.</returns>
    private async Task<bool> TryAsync(Func<Task> part)
    {
        try
        {
            await part();
            return true;
        }
        catch (Exception exception)
        {
            NoteStep();
            if (_noted.Add(exception))
                Note(exception, _step, null);
            return false;
        }
    }

    // Reqnroll keeps what a step throws; of a step without a definition it keeps the status alone.
    private void NoteStep()
    {
        if (_step is not { } step || _context!.ScenarioExecutionStatus == ScenarioExecutionStatus.OK)
            return;
        if (_context.TestError is { } known && !_noted.Add(known))
            return;
        _step = null;
        Note(WhyNot(step) ?? _context.TestError!, step, null);
    }

    // What is wrong with the step itself is said in our words; null where it could be run.
    private BindingException? WhyNot(ScenarioStep step) =>
        _context!.TestError is ScenarioSkippedException ? null : _whyUnbound(_scenario, step);

    private void Note(Exception exception, ScenarioStep? step, string? hook)
    {
        var outcome = OutcomeOf(exception);
        if (outcome == ScenarioOutcome.TimedOut)
            exception = new TimeoutException(LateMessage(step, hook), exception);

        // How the scenario ended is known by then: a machine that is too slow to clean up changes nothing of it.
        if (outcome == ScenarioOutcome.TimedOut && IsCleaningUp)
            _verdict.NoteAside(exception);
        else
            _verdict.Note(outcome, exception, step, hook);
    }

    private ScenarioResult Result() => _verdict.Result(_scenario) with
    {
        Duration = Stopwatch.GetElapsedTime(_started) - _deadline.Suspended,
        Context = _context is null ? new Dictionary<string, object>() : new Dictionary<string, object>(_context),
        Output = _output.ToString(),
    };

    private ScenarioOutcome OutcomeOf(Exception exception) => exception switch
    {
        ScenarioSkippedException => ScenarioOutcome.Skipped,
        BindingException => ScenarioOutcome.BindingError,
        _ when !IsCancellation(exception) => ScenarioOutcome.Failed,
        _ when _runToken.IsCancellationRequested => ScenarioOutcome.Cancelled,
        _ when _time.IsCancellationRequested || _deadline.CancellationToken.IsCancellationRequested => ScenarioOutcome.TimedOut,
        _ => ScenarioOutcome.Failed,
    };

    private bool IsCleaningUp => _deadline.CancellationToken != _time.Token;

    private string LateMessage(ScenarioStep? step, string? hook)
    {
        var what = hook ?? (step is null ? "the scenario" : $"{_scenario.File}:{step.Line}: '{step.Keyword} {step.Text}'");
        return IsCleaningUp
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
}
