using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Processes;

namespace Conformance.Homeservers.Tests.Containers;

/// <summary>The contract, shown on the machine's own engine.</summary>
public sealed class DockerEngineContractTests : ContainerEngineContract
{
    protected override Task<IContainerEngine> ConnectAsync() => ConnectAsync(RunOwner.OfThisProcess());

    protected override Task<IContainerEngine> ConnectAsEndedAsync() =>
        ConnectAsync(RunOwner.OfThisProcess() with { Process = $"{Environment.ProcessId}/earlier" });

    protected override Task RemoveAsync(IContainer container) => ((IRemovableContainer)container).RemoveAsync();

    private static Task<IContainerEngine> ConnectAsync(RunOwner owner) =>
        ContainerEngines.ConnectAsync(EngineEnvironment.OfProcess(), EngineDeadlines.Usual, owner, CancellationToken.None);
}
