using Conformance.Runner.Results;
using Reqnroll;
using Reqnroll.ErrorHandling;
using Reqnroll.UnitTestProvider;

namespace Conformance.Runner.Running;

/// <summary>Tells Reqnroll which exceptions skip a scenario.</summary>
internal sealed class SkipDetection : IUnitTestRuntimeProvider
{
    /// <inheritdoc/>
    public ScenarioExecutionStatus? DetectExecutionStatus(Exception exception) =>
        exception is ScenarioSkippedException ? ScenarioExecutionStatus.Skipped : null;

    /// <inheritdoc/>
    public void TestPending(string message) => throw new PendingScenarioException(message);

    /// <inheritdoc/>
    public void TestInconclusive(string message) => throw new PendingScenarioException(message);

    /// <inheritdoc/>
    public void TestIgnore(string message) => throw new ScenarioSkippedException(message);
}
