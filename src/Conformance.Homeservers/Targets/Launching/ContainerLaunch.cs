using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Profiles;
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
    // As engines show it.
    private const int ShortId = 12;

    private static readonly TimeSpan OutputDeadline = TimeSpan.FromSeconds(20);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private IContainer? _container;
    private bool _isAbandoned;

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
    public async Task<string?> OutputAsync(LaunchPlan plan, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(OutputDeadline);
        try
        {
            var container = await engine.CreateAsync(
                new ContainerSpecification
                {
                    Image = image,
                    Name = $"{plan.Name}-output",
                    Entrypoint = plan.Entrypoint,
                    Command = plan.Command,
                    Environment = plan.Environment,
                    User = file.User,
                },
                limit.Token);
            await using (container.ConfigureAwait(false))
            {
                await container.StartAsync(limit.Token);
                while (await container.IsRunningAsync(limit.Token))
                    await Task.Delay(Interval, limit.Token);
                return await container.LogsAsync(int.MaxValue, limit.Token);
            }
        }
        catch (Exception failed)
            when (failed is ContainerException || (failed is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            return null;
        }
    }

    /// <inheritdoc/>
    public void Abandon() => _isAbandoned = true;

    /// <inheritdoc/>
    public async Task<KeptHomeserver?> KeptAsync(CancellationToken cancellationToken)
    {
        if (!keep || _container is null || !await _container.IsRunningAsync(cancellationToken))
            return null;
        var program = engine.Description.StartsWith("Podman", StringComparison.Ordinal) ? "podman" : "docker";
        var id = _container.Id.Length > ShortId ? _container.Id[..ShortId] : _container.Id;
        return new KeptHomeserver($"container {id}", $"{program} rm --force --volumes {id}");
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
        if (_container is null)
            return;
        if (keep && _container is IRemovableContainer kept && (_isAbandoned || await HasEndedAsync()))
            await kept.RemoveAsync();
        await _container.DisposeAsync();
    }

    private async Task<bool> HasEndedAsync()
    {
        try
        {
            return !await _container!.IsRunningAsync(CancellationToken.None);
        }
        catch (ContainerException)
        {
            return false;
        }
    }
}
