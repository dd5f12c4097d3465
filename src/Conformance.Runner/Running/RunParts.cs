using Reqnroll;
using Reqnroll.Analytics;
using Reqnroll.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Configuration;
using Reqnroll.EnvironmentAccess;
using Reqnroll.Formatters.Configuration;
using Reqnroll.Infrastructure;
using Reqnroll.Plugins;
using Reqnroll.Tracing;
using Reqnroll.UnitTestProvider;

namespace Conformance.Runner.Running;

/// <summary>
/// Reqnroll's parts, with some in place of its own: calls have a deadline, bindings are read already, skips are known. No telemetry is sent, no
/// plug-in loaded, nothing traced, and neither a configuration file nor the environment changes anything.
/// </summary>
/// <param name="bindings">The bindings.</param>
/// <param name="options">How to run.</param>
internal sealed class RunParts(IBindingRegistry bindings, RunOptions options) : DefaultDependencyProvider
{
    /// <inheritdoc/>
    public override void RegisterGlobalContainerDefaults(ObjectContainer container)
    {
        base.RegisterGlobalContainerDefaults(container);
        container.RegisterInstanceAs(bindings);
        container.RegisterInstanceAs(options);
        container.RegisterInstanceAs(new RunFailures());
        container.RegisterTypeAs<TimedInvoker, IAsyncBindingInvoker>();
        container.RegisterTypeAs<RunnerPool, ITestRunnerManager>();
        container.RegisterTypeAs<SkipDetection, IUnitTestRuntimeProvider>();
        container.RegisterTypeAs<SilentTracer, ITestTracer>();
        container.RegisterTypeAs<NullListener, ITraceListener>();
        container.RegisterTypeAs<NoOutsideInfluence, IAnalyticsRuntimeTelemetryService>();
        container.RegisterTypeAs<NoOutsideInfluence, IRuntimePluginLocator>();
        container.RegisterTypeAs<NoOutsideInfluence, IRuntimeConfigurationProvider>();
        container.RegisterTypeAs<NoOutsideInfluence, IFormattersConfigurationProvider>();
        container.RegisterTypeAs<NoOutsideInfluence, IEnvironmentOptions>();
    }

    /// <inheritdoc/>
    public override void RegisterTestThreadContainerDefaults(ObjectContainer testThreadContainer)
    {
        base.RegisterTestThreadContainerDefaults(testThreadContainer);
        testThreadContainer.RegisterTypeAs<HookedEngine, ITestExecutionEngine>();
        testThreadContainer.RegisterTypeAs<SilentTracer, ITestTracer>();
        testThreadContainer.RegisterTypeAs<NullListener, ITraceListener>();
    }
}
