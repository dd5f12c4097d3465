using System.Globalization;
using Reqnroll;
using Reqnroll.Bindings;
using Reqnroll.Bindings.Reflection;
using Reqnroll.Tracing;

namespace Conformance.Runner.Running;

/// <summary>Traces nothing: what happens in a run its observers and results say.</summary>
internal sealed class SilentTracer : ITestTracer
{
    /// <inheritdoc/>
    public void TraceStep(StepInstance stepInstance, bool showAdditionalArguments)
    {
    }

    /// <inheritdoc/>
    public void TraceWarning(string text)
    {
    }

    /// <inheritdoc/>
    public void TraceStepDone(BindingMatch match, object[] arguments, TimeSpan duration)
    {
    }

    /// <inheritdoc/>
    public void TraceStepSkipped(Exception exception)
    {
    }

    /// <inheritdoc/>
    public void TraceStepSkippedBecauseOfPreviousErrors()
    {
    }

    /// <inheritdoc/>
    public void TraceStepPending(BindingMatch match, object[] arguments, Exception exception)
    {
    }

    /// <inheritdoc/>
    public void TraceBindingError(Exception ex)
    {
    }

    /// <inheritdoc/>
    public void TraceError(Exception ex, TimeSpan duration)
    {
    }

    /// <inheritdoc/>
    public void TraceNoMatchingStepDefinition(
        StepInstance stepInstance,
        ProgrammingLanguage targetLanguage,
        CultureInfo bindingCulture,
        List<BindingMatch> matchesWithoutScopeCheck)
    {
    }

    /// <inheritdoc/>
    public void TraceDuration(TimeSpan elapsed, IBindingMethod method, object[] arguments)
    {
    }

    /// <inheritdoc/>
    public void TraceDuration(TimeSpan elapsed, string text)
    {
    }
}
