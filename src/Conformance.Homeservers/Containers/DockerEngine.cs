using System.Collections.Concurrent;
using System.Net;
using System.Net.NetworkInformation;
using Conformance.Homeservers.Processes;
using Conformance.Spec;
using Docker.DotNet.Models;
using Version = System.Version;

namespace Conformance.Homeservers.Containers;

/// <summary>An engine that speaks the Docker Engine API: Docker itself, or Podman's service.</summary>
internal sealed class DockerEngine : IContainerEngine
{
    private const string HostName = "host.docker.internal";

    // The newest version that is known to support everything that is used here. Newer engines still speak it; older ones speak their own.
    private static readonly Version NewestApi = new(1, 44);

    private readonly EngineConnection _connection;
    private readonly EngineDeadlines _deadlines;
    private readonly RunOwner _owner;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, DockerContainer> _containers = [];

    private DockerEngine(EngineConnection connection, EngineDeadlines deadlines, RunOwner owner, string description) =>
        (_connection, _deadlines, _owner, Description) = (connection, deadlines, owner, description);

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>Connects, and agrees on the version of the API.</summary>
    /// <exception cref="ContainerException">There is no engine.</exception>
    public static async Task<DockerEngine> ConnectAsync(
        EngineAddress address, EngineDeadlines deadlines, RunOwner owner, CancellationToken cancellationToken)
    {
        using var first = new EngineConnection(new EngineEndpoint(address, null));
        var version = await first.CallAsync(
            "tell its version", deadlines.Connect, (client, token) => client.System.GetVersionAsync(token), cancellationToken);
        if (version.Version is not { Length: > 0 } number)
            throw new ContainerException(
                new Problem($"The server at {address} is not a container engine")
                {
                    Why = "it states no version",
                });
        var isPodman = version.Components?.Any(part => part.Name?.StartsWith("Podman", StringComparison.Ordinal) == true) == true;
        var api = Version.TryParse(version.APIVersion, out var spoken) && spoken < NewestApi ? spoken : NewestApi;
        var connection = new EngineConnection(new EngineEndpoint(address, api));
        return new DockerEngine(connection, deadlines, owner, $"{(isPodman ? "Podman" : "Docker")} {number} at {address}");
    }

    /// <inheritdoc/>
    public async Task<bool> HasImageAsync(string image, CancellationToken cancellationToken) =>
        await _connection.FindAsync(
            $"look for the image {image}", _deadlines.Call, (client, token) =>
                client.Images.InspectImageAsync(image, token), cancellationToken) is not null;

    /// <inheritdoc/>
    public async Task PullImageAsync(string image, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (ImageHints.IsOwn(image))
            throw ImageHints.NotBuilt(image);
        var (name, tag) = SplitImage(image);
        using var sum = new PullProgress(image, progress, _deadlines.PullSilence);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, sum.Silence);
        try
        {
            await _connection.CallAsync(
                $"pull the image {image}",
                _deadlines.Pull,
                (client, token) =>
                    client.Images.CreateImageAsync(
                        new ImagesCreateParameters { FromImage = name, Tag = tag }, new AuthConfig(), sum, token),
                limit.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            throw ImageHints.NotPulled(
                image, $"the container engine has reported nothing for {EngineConnection.Seconds(_deadlines.PullSilence)}");
        }
        catch (ContainerException exception)
        {
            throw ImageHints.NotPulled(image, EngineConnection.Cause(exception));
        }

        if (sum.Error is { } error)
            throw ImageHints.NotPulled(image, error);
        if (!await HasImageAsync(image, cancellationToken))
            throw ImageHints.NotPulled(image, "the engine reports no error, but does not have the image");
    }

    /// <inheritdoc/>
    public async Task<IContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(specification);
        if (!await HasImageAsync(specification.Image, cancellationToken))
            throw ImageHints.Missing(specification.Image);
        // The name is ours from here on: even if the answer never comes, the container may exist.
        var name = UniqueName(specification.Name);
        var container = new DockerContainer(
            _connection, _deadlines, name, specification, Labels.Of(_run, _owner, specification.Keep), gone =>
                _containers.TryRemove(gone, out _));
        _containers[name] = container;
        try
        {
            await container.CreateAsync(cancellationToken);
            return container;
        }
        catch
        {
            await container.RemoveAsync();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<string> HostAddressAsync(CancellationToken cancellationToken)
    {
        // Podman has no network of that name.
        var bridge = await _connection.FindAsync(
            "describe its bridge network", _deadlines.Call, (client, token) =>
                client.Networks.InspectNetworkAsync("bridge", token), cancellationToken);
        var own = NetworkInterface.GetAllNetworkInterfaces().SelectMany(each => each.GetIPProperties().UnicastAddresses)
            .Select(each => each.Address).ToHashSet();
        return (bridge?.IPAM?.Config ?? [])
            .Select(range => range.Gateway)
            .FirstOrDefault(gateway => IPAddress.TryParse(gateway, out var address) && own.Contains(address)) ?? HostName;
    }

    /// <inheritdoc/>
    public async Task RemoveLeftoversAsync(CancellationToken cancellationToken)
    {
        var ours = new ContainersListParameters
        {
            All = true,
            Filters =
                new Dictionary<string, IDictionary<string, bool>> { ["label"] = new Dictionary<string, bool> { [Labels.Run] = true } },
        };
        var containers = await _connection.CallAsync(
            "list its containers", _deadlines.Call, (client, token) =>
                client.Containers.ListContainersAsync(ours, token), cancellationToken);
        foreach (var leftover in containers.Where(container => Labels.AreLeftover(container.Labels)))
            await DockerContainer.RemoveAsync(_connection, leftover.ID, _deadlines.Change, cancellationToken);
    }

    /// <summary>Removes the containers that nobody has disposed of, and disconnects.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_containers.Values.Select(container => container.DisposeAsync().AsTask()));
        _connection.Dispose();
    }

    private static string UniqueName(string name)
    {
        var allowed = string.Concat(
            name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' ? character : '-'));
        return $"conformance-{allowed}-{Guid.NewGuid().ToString("N")[..8]}";
    }

    // Without a tag an engine would pull every tag. A colon before the last slash belongs to a registry's port.
    private static (string Name, string Tag) SplitImage(string image)
    {
        var digest = image.IndexOf('@', StringComparison.Ordinal);
        if (digest >= 0)
            return (image[..digest], image[(digest + 1)..]);
        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/') ? (image[..colon], image[(colon + 1)..]) : (image, "latest");
    }
}
