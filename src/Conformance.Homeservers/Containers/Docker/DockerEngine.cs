using System.Collections.Concurrent;
using System.Net;
using System.Net.NetworkInformation;
using System.Text;
using System.Text.Json.Nodes;

namespace Conformance.Homeservers.Containers.Docker;

/// <summary>An engine that speaks the Docker Engine API: Docker itself, or Podman's service.</summary>
internal sealed class DockerEngine : IContainerEngine
{
    private const string HostName = "host.docker.internal";

    // The newest version that is known to have all that is used here as it is used here; newer engines still speak it, older ones their own.
    private static readonly Version NewestApi = new(1, 44);

    private readonly EngineClient _client;
    private readonly EngineDeadlines _deadlines;
    private readonly RunOwner _owner;
    private readonly string _run = Guid.NewGuid().ToString("N");
    private readonly ConcurrentDictionary<string, DockerContainer> _containers = [];

    private DockerEngine(EngineClient client, EngineDeadlines deadlines, RunOwner owner, string description) =>
        (_client, _deadlines, _owner, Description) = (client, deadlines, owner, description);

    /// <inheritdoc/>
    public string Description { get; }

    /// <summary>The version of the API that is spoken with it.</summary>
    public required Version ApiVersion { get; init; }

    /// <summary>Connects, and agrees on the version of the API.</summary>
    /// <exception cref="ContainerException">There is no engine.</exception>
    public static async Task<DockerEngine> ConnectAsync(EngineAddress address, EngineDeadlines deadlines, RunOwner owner, CancellationToken cancellationToken)
    {
        var client = new EngineClient(address);
        try
        {
            var ping = await client.SendAsync(new EngineRequest(HttpMethod.Get, "/_ping", "answer"), deadlines.Connect, cancellationToken);
            var api = ping.ApiVersion is { } spoken && spoken < NewestApi ? spoken : NewestApi;
            client.Prefix = ping.ApiVersion is null ? "" : $"/v{api}";
            var version = (await client.SendAsync(new EngineRequest(HttpMethod.Get, "/version", "tell its version"), deadlines.Connect, cancellationToken)).Json;
            var isPodman = version.Member("Components").Elements().Any(part => part.Member("Name").Text()?.StartsWith("Podman", StringComparison.Ordinal) == true);
            var number = version.Member("Version").Text() ?? throw new ContainerException($"What answers at {address} is no container engine: it tells no version.");
            return new DockerEngine(client, deadlines, owner, $"{(isPodman ? "Podman" : "Docker")} {number} at {address}") { ApiVersion = api };
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    /// <inheritdoc/>
    public async Task<bool> HasImageAsync(string image, CancellationToken cancellationToken)
    {
        var request = new EngineRequest(HttpMethod.Get, $"/images/{ImagePath(image)}/json", $"look for the image {image}") { Expected = [HttpStatusCode.NotFound] };
        return (await _client.SendAsync(request, _deadlines.Call, cancellationToken)).Status == HttpStatusCode.OK;
    }

    /// <inheritdoc/>
    public async Task PullImageAsync(string image, IProgress<string>? progress, CancellationToken cancellationToken)
    {
        if (ImageHints.IsOwn(image))
            throw ImageHints.NotBuilt(image);
        var (name, tag) = SplitImage(image);
        var request = new EngineRequest(HttpMethod.Post, $"/images/create?fromImage={Uri.EscapeDataString(name)}&tag={Uri.EscapeDataString(tag)}", $"pull the image {image}");
        var sum = new PullProgress(image, progress);
        await _client.SendAsync(request, _deadlines.PullSilence, _deadlines.Pull, sum.Read, reason => ImageHints.NotPulled(image, reason), cancellationToken);
        if (!await HasImageAsync(image, cancellationToken))
            throw ImageHints.NotPulled(image, "the engine says nothing of an error, and does not have it");
    }

    /// <inheritdoc/>
    public async Task<IContainer> CreateAsync(ContainerSpecification specification, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(specification);
        // The name is ours from here on: if the answer does not come any more, the container may be there all the same.
        var (container, name) = Expect(specification);
        var body = CreateBody.Of(specification, LabelsFor(specification));
        var request = new EngineRequest(HttpMethod.Post, $"/containers/create?name={name}", $"create the container {name}")
        {
            Content = new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            Expected = [HttpStatusCode.NotFound],
        };
        try
        {
            var answer = await _client.SendAsync(request, _deadlines.Change, cancellationToken);
            if (answer.Status == HttpStatusCode.NotFound)
                throw ImageHints.Missing(specification.Image);
            await container.FillAsync(answer.Json.Member("Id").Text() ?? name, cancellationToken);
            return container;
        }
        catch
        {
            await container.RemoveAsync();
            throw;
        }
    }

    /// <summary>A container that is about to be made, with its unique name; it is removed with the engine, unless it is to be kept.</summary>
    public (DockerContainer Container, string Name) Expect(ContainerSpecification specification)
    {
        var name = UniqueName(specification.Name);
        return (_containers[name] = new DockerContainer(_client, _deadlines, name, specification, Forget), name);
    }

    /// <summary>The labels by which a later run knows the container.</summary>
    public JsonObject LabelsFor(ContainerSpecification specification) => Labels.Of(_run, _owner, specification.Keep);

    /// <inheritdoc/>
    public async Task<string> HostAddressAsync(CancellationToken cancellationToken)
    {
        // Podman has no network of that name.
        var request = new EngineRequest(HttpMethod.Get, "/networks/bridge", "describe its bridge network") { Expected = [HttpStatusCode.NotFound] };
        var answer = await _client.SendAsync(request, _deadlines.Call, cancellationToken);
        var own = NetworkInterface.GetAllNetworkInterfaces().SelectMany(each => each.GetIPProperties().UnicastAddresses).Select(each => each.Address).ToHashSet();
        return answer.Json.Member("IPAM").Member("Config").Elements()
            .Select(range => range.Member("Gateway").Text())
            .FirstOrDefault(gateway => IPAddress.TryParse(gateway, out var address) && own.Contains(address)) ?? HostName;
    }

    /// <inheritdoc/>
    public async Task RemoveLeftoversAsync(CancellationToken cancellationToken)
    {
        var filters = new JsonObject { ["label"] = new JsonArray(Labels.Run) }.ToJsonString();
        var request = new EngineRequest(HttpMethod.Get, $"/containers/json?all=1&filters={Uri.EscapeDataString(filters)}", "list its containers");
        var answer = await _client.SendAsync(request, _deadlines.Call, cancellationToken);
        var leftovers = answer.Json.Elements()
            .Where(container => Labels.AreLeftover(container.Member("Labels")))
            .Select(container => container.Member("Id").Text())
            .OfType<string>();
        foreach (var id in leftovers)
            await DockerContainer.RemoveAsync(_client, id, _deadlines.Change, cancellationToken);
    }

    /// <summary>Removes the containers that nobody has disposed of, and hangs up.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(_containers.Values.Select(container => container.DisposeAsync().AsTask()));
        _client.Dispose();
    }

    private void Forget(string name) => _containers.TryRemove(name, out _);

    private static string UniqueName(string name)
    {
        var allowed = string.Concat(name.Select(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '_' or '.' ? character : '-'));
        return $"conformance-{allowed}-{Guid.NewGuid().ToString("N")[..8]}";
    }

    private static string ImagePath(string image) => string.Join('/', image.Split('/').Select(Uri.EscapeDataString));

    // Without a tag an engine would pull every tag there is. A colon before the last slash is that of a registry's port.
    private static (string Name, string Tag) SplitImage(string image)
    {
        var digest = image.IndexOf('@', StringComparison.Ordinal);
        if (digest >= 0)
            return (image[..digest], image[(digest + 1)..]);
        var colon = image.LastIndexOf(':');
        return colon > image.LastIndexOf('/') ? (image[..colon], image[(colon + 1)..]) : (image, "latest");
    }
}
