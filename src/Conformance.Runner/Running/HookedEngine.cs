using Reqnroll;
using Reqnroll.Analytics;
using Reqnroll.Bindings;
using Reqnroll.Configuration;
using Reqnroll.EnvironmentAccess;
using Reqnroll.ErrorHandling;
using Reqnroll.Events;
using Reqnroll.Infrastructure;
using Reqnroll.Plugins;
using Reqnroll.Tracing;
using Reqnroll.UnitTestProvider;

namespace Conformance.Runner.Running;

/// <summary>Reqnroll's engine, which does nothing around steps and blocks for which there are no hooks: that is most of its work in a long run.</summary>
internal sealed class HookedEngine(
    IStepFormatter stepFormatter,
    ITestTracer testTracer,
    IErrorProvider errorProvider,
    IStepArgumentTypeConverter stepArgumentTypeConverter,
    ReqnrollConfiguration reqnrollConfiguration,
    IEnvironmentOptions environmentOptions,
    IBindingRegistry bindingRegistry,
    IUnitTestRuntimeProvider unitTestRuntimeProvider,
    IContextManager contextManager,
    IStepDefinitionMatchService stepDefinitionMatchService,
    IAsyncBindingInvoker bindingInvoker,
    IObsoleteStepHandler obsoleteStepHandler,
    IAnalyticsRuntimeTelemetryService telemetryService,
    IRuntimePluginTestExecutionLifecycleEventEmitter lifecycleEventEmitter,
    ITestThreadExecutionEventPublisher executionEventPublisher,
    ITestPendingMessageFactory testPendingMessageFactory,
    ITestUndefinedMessageFactory testUndefinedMessageFactory,
    ITestObjectResolver testObjectResolver,
    ITestRunContext testRunContext)
    : TestExecutionEngine(
        stepFormatter,
        testTracer,
        errorProvider,
        stepArgumentTypeConverter,
        reqnrollConfiguration,
        environmentOptions,
        bindingRegistry,
        unitTestRuntimeProvider,
        contextManager,
        stepDefinitionMatchService,
        bindingInvoker,
        obsoleteStepHandler,
        telemetryService,
        lifecycleEventEmitter,
        executionEventPublisher,
        testPendingMessageFactory,
        testUndefinedMessageFactory,
        testObjectResolver,
        testRunContext)
{
    private readonly IBindingRegistry _bindings = bindingRegistry;

    /// <inheritdoc/>
    protected override Task FireScenarioEventsAsync(HookType bindingEvent) =>
        _bindings.GetHooks(bindingEvent).Any() ? base.FireScenarioEventsAsync(bindingEvent) : Task.CompletedTask;
}
