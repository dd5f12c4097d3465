using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Targets.Composing;
using Conformance.Homeservers.Targets.Description;

namespace Conformance.Homeservers.Targets.Launching;

/// <summary>A homeserver in a container.</summary>
/// <param name="engine">The engine that runs it.</param>
/// <param name="image">Its image, which the engine has.</param>
/// <param name="file">The target.</param>
/// <param name="keep">Whether the container stays.</param>
internal sealed class ContainerLaunch(IContainerEngine engine, string image, TargetFile file, bool keep) : ILaunch
{
    private IContainer? _container;

    /// <inheritdoc/>
    public IReadOnlyDictionary<string, string> Variables { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        [VariableNames.Data] = file.DataFolder.TrimEnd('/'),
        [VariableNames.Bind] = "0.0.0.0",
    };

    /// <inheritdoc/>
    public async Task StartAsync(LaunchPlan plan, CancellationToken cancellationToken)
    {
        _container = await engine.CreateAsync(
            new ContainerSpecification
            {
                Image = image,
                Name = plan.Name,
                Entrypoint = plan.Entrypoint,
                Command = plan.Command,
                Environment = plan.Environment,
                Files = [.. plan.Files.Select(entry => new ContainerFile(entry.Key, entry.Value))],
                Ports = [new PublishedPort(plan.ServerPort, plan.HostPort)],
                User = file.User,
                Keep = keep,
            },
            cancellationToken);
        await _container.StartAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public Task<bool> IsRunningAsync(CancellationToken cancellationToken) =>
        _container?.IsRunningAsync(cancellationToken) ?? Task.FromResult(false);

    /// <inheritdoc/>
    public Task<string> LogsAsync(int lastLines, CancellationToken cancellationToken) =>
        _container?.LogsAsync(lastLines, cancellationToken) ?? Task.FromResult("");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_container is not null)
            await _container.DisposeAsync();
    }
}
