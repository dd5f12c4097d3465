using Conformance.Runner.Features;
using Conformance.Runner.Results;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Conformance.Runner.Xunit;

/// <summary>Tells xunit of each scenario's beginning and end, and of its feature's as collection and class.</summary>
internal sealed class ScenarioTestReporter : IRunObserver
{
    private static readonly string[] EngineFrames =
    [
        "at Conformance.Runner.Running.",
        "at Conformance.Runner.Bindings.",
        "at Reqnroll.",
        "at System.Reflection.",
        "at System.Runtime.ExceptionServices.",
        "--- End of stack trace",
    ];

    private readonly Func<ScenarioResult, string?>? _whyNotChecked;
    private readonly IMessageBus _messageBus;
    private readonly CancellationTokenSource _cancellation;
    private readonly Dictionary<Scenario, ScenarioTestCase> _cases;
    private readonly Dictionary<string, FeatureProgress> _features;

    /// <param name="cases">The scenarios, and the features that cannot be read.</param>
    /// <param name="whyNotChecked">Why a result says nothing; null where each says something.</param>
    /// <param name="messageBus">Where xunit listens.</param>
    /// <param name="cancellation">Ends the run.</param>
    public ScenarioTestReporter(
        IReadOnlyCollection<ScenarioTestCase> cases,
        Func<ScenarioResult, string?>? whyNotChecked,
        IMessageBus messageBus,
        CancellationTokenSource cancellation)
    {
        _whyNotChecked = whyNotChecked;
        _messageBus = messageBus;
        _cancellation = cancellation;
        _cases = new Dictionary<Scenario, ScenarioTestCase>(ReferenceEqualityComparer.Instance);
        foreach (var testCase in cases.Where(testCase => testCase.Scenario is not null))
            _cases.TryAdd(testCase.Scenario!, testCase);
        _features = cases.GroupBy(FeatureOf).ToDictionary(group => group.Key, group => new FeatureProgress([.. group]));
    }

    /// <summary>The numbers so far.</summary>
    public RunSummary Summary { get; } = new();

    /// <inheritdoc/>
    public void RunStarted(int scenarios)
    {
    }

    /// <inheritdoc/>
    public void RunFinished(TimeSpan elapsed)
    {
    }

    /// <inheritdoc/>
    public void ScenarioStarted(Scenario scenario)
    {
        // One that is tried once more has begun already.
        if (_cases[scenario] is var testCase && !_features[FeatureOf(testCase)].Begun.Contains(testCase))
            Begin(testCase);
    }

    /// <inheritdoc/>
    public void ScenarioPutOff(ScenarioResult result)
    {
    }

    /// <inheritdoc/>
    public void ScenarioFinished(ScenarioResult result)
    {
        var testCase = _cases[result.Scenario];
        var progress = _features[FeatureOf(testCase)];
        if (!progress.Begun.Contains(testCase))
            return;

        var test = testCase.Test;
        var seconds = (decimal)result.Duration.TotalSeconds;
        End(test, seconds, result.Outcome switch
        {
            ScenarioOutcome.Passed => new TestPassed(test, seconds, result.Output),
            _ when _whyNotChecked?.Invoke(result) is { } reason => new TestSkipped(test, $"not checked: {reason}"),
            ScenarioOutcome.Skipped => new TestSkipped(test, result.SkipReason),
            _ => Failure(test, seconds, result),
        });
    }

    /// <summary>Reports a feature that cannot be read as a failed test.</summary>
    public void ReportUnreadable(ScenarioTestCase testCase)
    {
        var test = testCase.Test;
        Begin(testCase);
        var frame = Frame(testCase, testCase.SourceInformation.LineNumber ?? 1);
        End(test, 0, new TestFailed(test, 0, "", [typeof(FeatureSyntaxException).FullName], [testCase.Error!.Message], [frame], [-1]));
    }

    private void Begin(ScenarioTestCase testCase)
    {
        var progress = _features[FeatureOf(testCase)];
        if (progress.Begun.Count == 0)
        {
            Send(new TestCollectionStarting(progress.Cases, testCase.TestMethod.TestClass.TestCollection));
            Send(new TestClassStarting(progress.Cases, testCase.TestMethod.TestClass));
        }

        progress.Begun.Add(testCase);
        Send(new TestMethodStarting([testCase], testCase.TestMethod));
        Send(new TestCaseStarting(testCase));
        Send(new TestStarting(testCase.Test));
    }

    private void End(ScenarioTest test, decimal seconds, TestResultMessage result)
    {
        var testCase = test.Case;
        var (failed, skipped) = (result is ITestFailed ? 1 : 0, result is ITestSkipped ? 1 : 0);
        Send(result);
        Send(new TestFinished(test, seconds, result.Output));
        Send(new TestCaseFinished(testCase, seconds, 1, failed, skipped));
        Send(new TestMethodFinished([testCase], testCase.TestMethod, seconds, 1, failed, skipped));

        var summary = new RunSummary { Total = 1, Failed = failed, Skipped = skipped, Time = seconds };
        Summary.Aggregate(summary);
        var progress = _features[FeatureOf(testCase)];
        progress.Summary.Aggregate(summary);
        if (progress.Summary.Total < progress.Cases.Count)
            return;
        var feature = progress.Summary;
        var testClass = testCase.TestMethod.TestClass;
        Send(new TestClassFinished(progress.Cases, testClass, feature.Time, feature.Total, feature.Failed, feature.Skipped));
        Send(new TestCollectionFinished(
            progress.Cases, testClass.TestCollection, feature.Time, feature.Total, feature.Failed, feature.Skipped));
    }

    private static TestFailed Failure(ScenarioTest test, decimal seconds, ScenarioResult result)
    {
        var exception = result.Exception ?? new OperationCanceledException("The run was cancelled.");
        if (result.FurtherExceptions.Count > 0)
            exception = new AggregateException([exception, .. result.FurtherExceptions]);
        var failure = ExceptionUtility.ConvertExceptionToFailureInformation(exception);

        // A trace ends where the reader has to begin: in the feature. What is wrong with a binding is nowhere in any code.
        var frame = Frame(test.Case, result.FailedStep?.Line ?? result.Scenario.Line, result.FailedStep);
        var isBinding = result.Outcome == ScenarioOutcome.BindingError;
        var traces = failure.StackTraces.Select(trace => isBinding ? "" : WithoutEngine(trace)).ToArray();
        traces[0] += frame;
        return new TestFailed(
            test, seconds, Trace(result), failure.ExceptionTypes, failure.Messages, traces, failure.ExceptionParentIndices);
    }

    private static string WithoutEngine(string? trace) => string.Concat((trace ?? "")
        .ReplaceLineEndings("\n")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => !EngineFrames.Any(frame => line.TrimStart().StartsWith(frame, StringComparison.Ordinal)))
        .Select(line => $"{line}\n"));

    private static string Frame(ScenarioTestCase testCase, int line, ScenarioStep? step = null) =>
        $"   at {(step is null ? testCase.DisplayName : $"{step.Keyword} {step.Text}")}"
        + $" in {testCase.SourceInformation.FileName}:line {line}";

    private static string Trace(ScenarioResult result)
    {
        var lines = new List<string>();
        var failed = result.FailedStep is { } step ? result.Scenario.Steps.TakeWhile(other => !ReferenceEquals(other, step)).Count() : -1;
        if (result.FailedHook is { } hook)
            lines.Add($"{hook} failed.");
        else if (failed >= 0)
            lines.AddRange(result.Scenario.Steps.Select((other, index) =>
                $"{(index < failed ? "  done" : index == failed ? "  HERE" : "not run")}  {other.Keyword} {other.Text}"));
        if (result.Output.Length > 0)
            lines.Add(result.Output);
        return string.Join('\n', lines);
    }

    private void Send(IMessageSinkMessage message)
    {
        if (!_messageBus.QueueMessage(message))
            _cancellation.Cancel();
    }

    private static string FeatureOf(ScenarioTestCase testCase) => testCase.TestMethod.TestClass.TestCollection.DisplayName;

    private sealed record FeatureProgress(IReadOnlyList<ScenarioTestCase> Cases)
    {
        public HashSet<ScenarioTestCase> Begun { get; } = [];

        public RunSummary Summary { get; } = new();
    }

}
