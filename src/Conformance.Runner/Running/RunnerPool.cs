using Reqnroll;
using Reqnroll.Bindings.Discovery;
using Reqnroll.BoDi;
using Reqnroll.Configuration;
using Reqnroll.Infrastructure;
using Reqnroll.Tracing;

namespace Conformance.Runner.Running;

/// <summary>Reqnroll's runners, one for each scenario that runs at the same time.</summary>
internal sealed class RunnerPool(
    IObjectContainer globalContainer,
    IContainerBuilder containerBuilder,
    ReqnrollConfiguration reqnrollConfiguration,
    IRuntimeBindingRegistryBuilder bindingRegistryBuilder,
    ITestTracer testTracer)
    : TestRunnerManager(globalContainer, containerBuilder, reqnrollConfiguration, bindingRegistryBuilder, testTracer)
{
    /// <summary>The bindings have been read, and runs end with their callers, not with the process.</summary>
    protected override void InitializeBindingRegistry(ITestRunner testRunner)
    {
    }
}
