using Conformance.Runner.Bindings;
using Reqnroll.BoDi;
using Reqnroll.Infrastructure;

namespace Conformance.Runner.Running;

/// <summary>Makes what Reqnroll needs for a run: a container of the run's own, so that several runs do not know of each other.</summary>
internal static class RunContainer
{
    // Many scenarios ask for the same thing at once when a run begins; a machine that is busy may take longer than Reqnroll's second.
    private static readonly TimeSpan ResolutionTimeout = TimeSpan.FromMinutes(1);

    // Containers that Reqnroll makes within a run take this over when they are made.
    static RunContainer() => ObjectContainer.DefaultConcurrentObjectResolutionTimeout = ResolutionTimeout;

    /// <summary>A container with Reqnroll's parts.</summary>
    /// <param name="bindings">The bindings.</param>
    /// <param name="options">How to run.</param>
    public static ObjectContainer Create(SharedBindings bindings, RunOptions options) =>
        (ObjectContainer)new ContainerBuilder(new RunParts(bindings, options)) { SkipLoadingProvider = true }
            .CreateGlobalContainer(typeof(RunContainer).Assembly);
}
