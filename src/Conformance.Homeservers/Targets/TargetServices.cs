using System.Net;
using Conformance.Companions;
using Conformance.Homeservers.Containers;
using Conformance.Homeservers.Profiles;
using Conformance.Homeservers.Targets.Description;
using Conformance.Homeservers.Targets.Launching;

namespace Conformance.Homeservers.Targets;

/// <summary>What the homeservers of a target share: the container engine, the image, the companions. Each is made when it is first
/// needed.</summary>
internal sealed class TargetServices(TargetFile file, TargetFileOptions options) : IAsyncDisposable
{
    private const string Loopback = "127.0.0.1";

    private readonly SemaphoreSlim _turn = new(1);
    private IContainerEngine? _engine;
    private string? _image;
    private CompanionServers? _companions;
    private bool _leftoversRemoved;

    /// <summary>Whether the homeservers run in containers.</summary>
    public bool InContainers => options.Runtime switch
    {
        TargetRuntime.Container => true,
        TargetRuntime.Tree => false,
        _ => file.Images.Count > 0 || options.Image is not null,
    };

    /// <summary>A homeserver to be started.</summary>
    /// <exception cref="ContainerException">There is no engine, or no image.</exception>
    public async Task<ILaunch> LaunchAsync(CancellationToken cancellationToken)
    {
        if (!InContainers)
        {
            RemoveLeftFolders();
            return new ProcessLaunch(DataFolders.Temporary, options.KeepServers);
        }

        var (engine, image) = await OnceAsync(
            async () =>
            {
                var connected = await EngineAsync(cancellationToken);
                return (connected, _image ??= await ImageAsync(connected, cancellationToken));
            },
            cancellationToken);
        return new ContainerLaunch(engine, image, file, options.KeepServers);
    }

    /// <summary>The companions.</summary>
    /// <exception cref="TargetException">They do not start.</exception>
    public Task<CompanionServers> CompanionsAsync(CancellationToken cancellationToken) => OnceAsync(
        async () =>
        {
            if (_companions is not null)
                return _companions;
            var host = InContainers ? await (await EngineAsync(cancellationToken)).HostAddressAsync(cancellationToken) : Loopback;
            // If containers know this machine only by a name, it has no address that both sides can use.
            var address = IPAddress.TryParse(host, out var parsed) ? parsed : IPAddress.Any;
            return _companions =
                await CompanionStart.StartAsync(new CompanionOptions { Address = address, Host = host }, cancellationToken);
        },
        cancellationToken);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (options.Companions is not null)
            await options.Companions.DisposeAsync();
        if (_companions is not null)
            await _companions.DisposeAsync();
        if (_engine is not null)
            await _engine.DisposeAsync();
        _turn.Dispose();
    }

    private async Task<IContainerEngine> EngineAsync(CancellationToken cancellationToken)
    {
        if (_engine is null)
        {
            _engine = await options.Connect(cancellationToken);
            await _engine.RemoveLeftoversAsync(cancellationToken);
        }

        return _engine;
    }

    private async Task<string> ImageAsync(IContainerEngine engine, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> candidates = options.Image is { } asked ? [asked] : file.Images;
        foreach (var candidate in candidates)
        {
            if (await engine.HasImageAsync(candidate, cancellationToken))
                return candidate;
        }

        await engine.PullImageAsync(candidates[0], options.Progress, cancellationToken);
        return candidates[0];
    }

    private void RemoveLeftFolders()
    {
        if (_leftoversRemoved)
            return;
        _leftoversRemoved = true;
        DataFolders.Temporary.RemoveLeftovers();
    }

    private async Task<T> OnceAsync<T>(Func<Task<T>> get, CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            return await get();
        }
        finally
        {
            _turn.Release();
        }
    }
}
